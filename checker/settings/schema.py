"""Every setting there is: what it is called, takes, means, and an example. The page of settings is made from this."""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """What a setting takes, in words for people; the reader has a way to read each."""

    LANGUAGE = "a language code"
    LEVEL = "`error`, `warning`, `note` or `never`"
    TRUTH = "`true` or `false`"
    WORD = "a text"
    PATHS = "a list of paths, patterns, or lists of patterns"
    GLOBS = "a list of patterns"
    PATTERNS = "a list of regular expressions"
    TEXTS = "a list of texts"
    PAIRS = "a list of pairs of texts"
    SELECTORS = "a list of `.class`, `#id` or element names"
    SHARE = "a percentage"
    LEVELS = "a table of rules and levels, and a table of the same for each language"
    SPELLINGS = "a table of names and lists of texts"


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting. A dot in its name stands for a table: `skip.headings` is `headings` in `[skip]`."""

    name: str
    form: Form
    default: str
    """What holds where it is not said, for people."""
    meaning: str
    """A sentence or more, in Markdown."""
    example: str
    """As it is written in `checker.toml`; the lines of a table, with its head, where it is one."""
    signed: bool = True
    """Whether it can change what is found, and so belongs into the signature of a report."""

    @property
    def table(self) -> str:
        """The table it stands in; empty for none."""
        return self.name.rpartition(".")[0]

    @property
    def key(self) -> str:
        """What stands before the `=`, or is the head of the table."""
        return self.name.rpartition(".")[2]


SCHEMA = (
    Setting(
        "paths",
        Form.PATHS,
        "PATH has to be given",
        "What `checker check` reads where no PATH is given, relative to the settings file. A folder or file is read by "
        "the conventions that people use. In a pattern, `{lang}` stands for the language code, `*` and `{name}` for "
        "any part of a file or folder name, `**` for any folders; files that differ in nothing but `{lang}` are "
        "versions of one document. Patterns in a list of their own belong together, and one without `{lang}` is that "
        "of the source.",
        'paths = ["docs/{lang}/**/*.md", ["README.md", "README.{lang}.md"]]',
        signed=False,
    ),
    Setting(
        "exclude",
        Form.GLOBS,
        "nothing",
        "Files and folders that are not read, as patterns relative to the settings file.",
        'exclude = ["docs/*/drafts", "**/CHANGELOG.md"]',
        signed=False,
    ),
    Setting(
        "source",
        Form.LANGUAGE,
        "no version is privileged",
        "The version that the others are translated from. A drift is then placed on the translation, and a file whose "
        "name gives no language, beside others whose names do, is taken for the source.",
        'source = "en"',
    ),
    Setting(
        "fail-on",
        Form.LEVEL,
        "`warning`",
        "The lowest level that makes the exit code 1.",
        'fail-on = "error"',
        signed=False,
    ),
    Setting(
        "rules-only",
        Form.TRUTH,
        "`false`",
        "Whether to ask no model: faster, and blind to what a number is said of.",
        "rules-only = true",
    ),
    Setting(
        "model",
        Form.WORD,
        "the bundled one",
        "The name or folder of an entailment model.",
        'model = "models/nli"',
    ),
    Setting(
        "cache",
        Form.TRUTH,
        "`true`",
        "Whether to keep between runs what the model has said.",
        "cache = false",
        signed=False,
    ),
    Setting(
        "baseline",
        Form.WORD,
        "none",
        "The file of known findings, which are not reported again, relative to the settings file; `checker baseline "
        "create` writes it.",
        'baseline = "checker-baseline.json"',
        signed=False,
    ),
    Setting(
        "history",
        Form.TRUTH,
        "`true`",
        "Whether git is asked, where a source is declared, which drifts are stale: whose line in the source was "
        "changed after the line in the translation.",
        "history = false",
        signed=False,
    ),
    Setting(
        "ignore",
        Form.PATTERNS,
        "nothing",
        "A claim in whose words one of these is found is none. What is ignored is listed under `coverage` in the JSON "
        "report.",
        'ignore = ["ISBN [0-9-]+", "^§"]',
    ),
    Setting(
        "keep",
        Form.TEXTS,
        "nothing",
        "Names that every version writes letter by letter. A version that spells one otherwise, or lacks it where the "
        "source (without a source: most versions) has it, gets a `name-drift`. The spellings that `names` gives for it "
        "are right as well.",
        'keep = ["Aurora-7", "Polar Cloud"]',
    ),
    Setting(
        "levels",
        Form.LEVELS,
        "what `checker explain RULE` says",
        "How grave the findings of a rule are: `error`, `warning`, `note` or `off`. A table of a language holds for "
        "the findings in that language, and says more than the general one; `pt` holds for `pt-BR`, too.",
        '[levels]\nnumber-format = "off"\n\n[levels.de]\nomission = "note"',
    ),
    Setting(
        "names",
        Form.SPELLINGS,
        "nothing",
        "Equal spellings of the name of a product, in whatever script. With the example, “ऑरोरा-7” and “Aurora-7” are "
        "one name.",
        '[names]\nAurora = ["ऑरोरा", "极光"]',
    ),
    Setting(
        "tolerance.converted",
        Form.SHARE,
        'between `"2 %"` and `"8 %"`, by how round the values are',
        "How far a value may be from what its conversion from another unit gives; of temperatures, one degree or so "
        "stays allowed.",
        'converted = "5 %"',
    ),
    Setting(
        "tolerance.about",
        Form.SHARE,
        '`"3 %"` where one of them is, and what rounding explains where both are',
        "How far apart two values may be, at the most, where one or both are said to be rough (“about 50,000”).",
        'about = "5 %"',
    ),
    Setting(
        "tolerance.rounded",
        Form.SHARE,
        "what rounding to the last digit written explains",
        "How far apart any two values of one unit may be.",
        'rounded = "1 %"',
    ),
    Setting(
        "skip.between",
        Form.PAIRS,
        "nothing",
        "Texts that begin and end a region that is not checked, as they stand in the file. `checker: off` and "
        "`checker: on` in a comment do so without a setting.",
        'between = [["<!-- generated -->", "<!-- /generated -->"]]',
    ),
    Setting(
        "skip.headings",
        Form.TEXTS,
        "nothing",
        "Headings whose section is not checked, to the next heading of the same or a higher level.",
        'headings = ["Changelog", "Änderungen"]',
    ),
    Setting(
        "skip.elements",
        Form.SELECTORS,
        "nothing",
        "Elements of HTML, also in Markdown and MDX, that are not checked, with all that is in them: `.class`, `#id`, "
        "or the name of the element.",
        'elements = [".sidebar", "#footer", "aside"]',
    ),
)

TABLES = {
    "tolerance": "How far apart two values may be and agree all the same.",
    "skip": "Regions of the documents that are not checked. Code, link targets and front matter never are. Each number "
    "in a region is listed under `coverage` in the JSON report, with the reason.",
}
"""What the settings of a table have in common."""
