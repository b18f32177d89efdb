"""Messages about two waves, runs or files of one study: what changed, and what could not be compared."""

from __future__ import annotations

from persona.messages.message import Message

COMPARING: dict[str, Message] = {
    # -- side by side ------------------------------------------------------------------------------------------
    "apart_more": Message("More than the others: {share} against {others}"),
    "apart_less": Message("Less than the others: {share} against {others}"),
    # -- groups ------------------------------------------------------------------------------------------------
    "group_number": Message("Group {number}"),
    "group_grown": Message("“{name}” grew by {points}."),
    "group_shrunk": Message("“{name}” shrank by {points}."),
    "group_same": Message("“{name}” stayed as it was."),
    "group_redrawn": Message(
        "“{name}” has other borders now: {before} of the first wave and {after} of the second answer like its people."
    ),
    "group_new": Message("“{name}” is new. Before, only {people} answered like this."),
    "group_new_nobody": Message("“{name}” is new. Before, nobody answered like this."),
    "group_gone": Message("“{name}” is gone. Now, only {people} still answer like this."),
    "group_gone_nobody": Message("“{name}” is gone. Now, nobody answers like this."),
    "group_was_within": Message("“{name}” was part of “{within}” before: its people answered as they do now."),
    "group_now_within": Message("“{name}” is part of “{within}” now: its people answer as they did."),
    "group_puts_together": Message("“{name}” holds people of groups that were apart before: {names}."),
    "group_is_several": Message("“{name}” is several groups now: {names}."),
    "group_unclear_new": Message("“{name}” has no group like it before, but too few people to say that it is new."),
    "group_unclear_gone": Message("“{name}” has no group like it now, but too few people to say that it is gone."),
    "group_again": Message("“{name}” comes back with {shared} of its {people}."),
    "group_split_up": Message("The people of “{name}” are in other groups now, most of them in “{within}”."),
    "group_put_together": Message("The people of “{name}” were in other groups before, most of them in “{within}”."),
    "called_before": Message("Before, it was called “{was}”."),
    # -- answers -----------------------------------------------------------------------------------------------
    "share_rose": Message("“{option}” rose from {before} to {after}."),
    "share_fell": Message("“{option}” fell from {before} to {after}."),
    "share_same": Message("“{option}”: {before} before, {after} now, no change that we could see."),
    "mean_rose": Message("The mean rose from {before} to {after}.{scale}"),
    "mean_fell": Message("The mean fell from {before} to {after}.{scale}"),
    "mean_same": Message("The mean was {before} and is {after}, no change that we could see.{scale}"),
    "of_scale": Message("On this scale 1 is “{low}”, {last} is “{high}”."),
    # -- in short ----------------------------------------------------------------------------------------------
    "all_still_there": Message("All {groups} are still there."),
    "some_still_there": Message("{some} of {groups} are still there."),
    "one_of_some_still_there": Message("One of {groups} is still there."),
    "none_still_there": Message("None of the {groups} is there any more."),
    "one_still_there": Message("The one group is still there."),
    "one_not_there": Message("The one group is not there any more."),
    "nothing_changed": Message("Nothing else changed that we could see."),
    "grouped_twice": Message("The same answers, grouped twice: {same} of {people} are with the same others again."),
    # -- notes -------------------------------------------------------------------------------------------------
    "people_in_both": Message("{people} answered both times, {same} of them in the same group again."),
    "weights_unused": Message("Weights are not used here: people are counted, each as one."),
    "groups_few_questions": Message(
        "Both asked only {count} alike, so groups are told apart by little: read this with care."
    ),
    # -- left out ----------------------------------------------------------------------------------------------
    "scale_changed": Message("The scale went from {before} to {now}."),
    "hardly_answered": Message("Hardly anybody answered it in one of the two."),
    "read_otherwise": Message("The answers of the two are of different sorts and cannot be set side by side."),
    "written_otherwise": Message("The answers of the two have nothing in common: they are written in other words."),
    "nothing_alike": Message(
        "The two have no question in common, so what changed cannot be told.",
        "Compare waves of one study: questions are matched by their names, texts and options.",
    ),
    # -- side by side ------------------------------------------------------------------------------------------
    "compare_two_to_four": Message(
        "Between two and four personas can stand side by side.", "Choose two, three or four."
    ),
}
