"""Which versions say the same of a fact, and which of them the others are held against."""

from dataclasses import dataclass

from checker.compare import compare
from checker.model import Claim, Fact


@dataclass(frozen=True, slots=True)
class Side:
    """What the version under judgement is held against: a claim, and the versions that say it."""

    claim: Claim
    languages: tuple[str, ...]


def references(fact: Fact, source: str | None) -> list[Side]:
    """The claims that the others are held against: the source's, or the largest camp's; two camps at a tie.

    A version that contradicts itself counts for nobody, least of all for itself.
    """
    if source is not None:
        return [Side(fact.claims[source], (source,))] if source in fact.claims else []
    every = camps(fact)
    sizes = [len(set(camp) - fact.wavering) for camp in every]
    return [
        Side(fact.claims[camp[0]], tuple(camp)) for camp, size in zip(every, sizes, strict=True) if size == max(sizes)
    ]


def camps(fact: Fact) -> list[list[str]]:
    """The versions of a fact, those together that say the same.

    A bare number, which agrees with that number of anything, opens no camp that others have to agree with.
    """
    found: list[list[str]] = []
    for language, claim in sorted(fact.claims.items(), key=lambda each: each[1].mention.bare):
        for camp in found:
            if all(compare(claim.mention, fact.claims[other].mention).alike for other in camp):
                camp.append(language)
                break
        else:
            found.append([language])
    return found
