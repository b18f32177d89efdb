"""Messages about people and what lets them in."""

from __future__ import annotations

from persona.messages.message import Message

ACCOUNTS: dict[str, Message] = {
    "bad_email": Message("“{email}” is no e-mail address.", "It looks like ana@company.com."),
    "bad_password": Message("{why}", "Give another password."),
    "passwords_differ": Message("The two passwords are not the same.", "Give the command again."),
    "no_password": Message("No password was given.", "Type it, or send it as the first line of standard input."),
    "editor_needed": Message(
        "You are a viewer in “{team}”: you may look at results, and change nothing.",
        "Ask {owner} to make you an editor.",
    ),
    "hand_over_to_member": Message("You can hand a team over to another of its members only.", "Choose one of them."),
    "invitation_ended": Message(
        "This invitation to “{team}” has ended: they last 7 days.", "Ask whoever invited you to send it again."
    ),
    "invitation_for_another": Message(
        "This invitation is for {email}, and you are signed in as {own}.",
        "Sign out, and open the link again as {email}; or ask for an invitation to {own}.",
    ),
    "invitation_unknown": Message(
        "This invitation is not known (any more): it was taken back, or sent anew with another link.",
        "Look for a newer mail, or ask whoever invited you.",
    ),
    "invitation_used": Message("This invitation was accepted already.", "Sign in: the team is in your menu."),
    "invited_already": Message("{email} is invited already.", "Send that invitation again, or take it back first."),
    "invited_just_now": Message("The mail to {email} was sent a moment ago.", "Wait a minute before the next."),
    "last_operator": Message(
        "You are the only operator of this server.", "Make somebody else one first: persona operator create."
    ),
    "last_owner": Message(
        "“{team}” would have no owner any more.", "Make another member an owner first, or hand the team over to one."
    ),
    "mail_not_sent": Message("The mail to {email} could not be sent, so nobody was invited.", "Try again later."),
    "member_already": Message("{email} is in “{team}” already.", "Change their role in the list of members."),
    "member_gone": Message("This person is no longer in the team.", "Load the page anew."),
    "member_yourself": Message("You are in “{team}” already.", "Choose it in your menu to work there."),
    "team_ambiguous": Message("Several teams are called “{name}”.", "Give the team’s id in place of its name."),
    "team_missing": Message("There is no team “{name}” here.", "Check its name, or give its id."),
    "too_many_invitations": Message(
        "A team has {limit} open invitations at most.", "Take back some that nobody answered."
    ),
    "too_many_teams": Message("You own {limit} teams, as many as one person may.", "Leave or hand over one first."),
    "owner_needed": Message(
        "You are {role} in “{team}”, and only its owners may do this.", "Ask {owner}, who is an owner."
    ),
    "person_exists": Message(
        "There is an account with the e-mail {email}.",
        "Sign in with it; “persona operator create” makes its person an operator.",
    ),
    "person_missing": Message(
        "There is no account with the e-mail {email}.", "Check the address, or make one: persona user create."
    ),
}
