"""Aligned segments that say the same, of which nothing is left to align or to judge: most rows of a corpus."""

from collections.abc import Sequence

from checker.model import Mention, Moment


def settled(versions: Sequence[Sequence[Mention]]) -> bool:
    """Whether the claims of all versions are the same in the same order, and none is judged by itself."""
    if not versions:
        return True
    first = versions[0]
    return (
        all(map(_plain, first))
        and all(len(claims) == len(first) and all(map(_same, first, claims)) for claims in versions[1:])
        and not any(map(_disputed, zip(*versions, strict=True)))
    )


def _plain(mention: Mention) -> bool:
    """Whether nothing but another version could speak against a claim: its form or its weekday."""
    return not mention.irregular and not (isinstance(mention.value, Moment) and mention.value.weekday is not None)


def _same(here: Mention, there: Mention) -> bool:
    """Whether two claims have one value, said in the same way of the same."""
    return here.value == there.value and not there.irregular and here.hints == there.hints


def _disputed(mentions: Sequence[Mention]) -> bool:
    """Whether one claim is denied in one version and not in another."""
    return len({mention.polarity for mention in mentions} - {None}) > 1
