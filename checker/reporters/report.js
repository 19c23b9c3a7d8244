"use strict";
(() => {
  const filters = document.getElementById("filters");
  if (!filters) return;
  const choices = [...filters.querySelectorAll("select")];
  const drifts = [...document.querySelectorAll(".drift")];
  const shown = document.getElementById("shown");
  const choose = () => {
    let count = 0;
    for (const drift of drifts) {
      let any = false;
      for (const finding of drift.querySelectorAll("li[data-rule]")) {
        const fits = choices.every((it) => !it.value || finding.dataset[it.name] === it.value);
        finding.hidden = !fits;
        any = any || fits;
        count += fits ? 1 : 0;
      }
      drift.hidden = !any;
    }
    shown.textContent = count === 1 ? "1 finding shown" : `${count} findings shown`;
  };
  filters.hidden = false;
  filters.addEventListener("change", choose);
  filters.addEventListener("submit", (event) => event.preventDefault());
  choose();
})();
