"""Teams and their members: what is made belongs to a team, and everybody in it may look at it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from persona.exceptions import PersonaError
from persona.ids import uuid7
from persona.messages import hint, sentence

if TYPE_CHECKING:
    from uuid import UUID

NAME_LETTERS = 80
LASTS = timedelta(days=7)
"""How long an invitation can be accepted."""


class Person(Protocol):
    """Who asks, as far as teams know people: `accounts.people.models.User`."""

    pk: Any
    only_team: UUID | None


class Role(models.TextChoices):
    """What a member may do, the most first."""

    OWNER = "owner", "Owner"
    EDITOR = "editor", "Editor"
    VIEWER = "viewer", "Viewer"

    def holds(self, needed: Role) -> bool:
        """Whether this role may do what `needed` may do."""
        order = list(Role)
        return order.index(self) <= order.index(needed)


class TeamQuerySet(models.QuerySet["Team"]):
    def visible_to(self, user: Person) -> TeamQuerySet:
        return self.filter(within(user, "pk"))


class Team(models.Model):
    """People who see the same experiments. Everybody has one of their own from the start."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=NAME_LETTERS)
    created = models.DateTimeField(auto_now_add=True)
    look = models.CharField(max_length=16, blank=True, default="", editable=False, help_text="Changes with its look.")
    has_logo = models.BooleanField(default=False, editable=False)

    objects = TeamQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ("name", "id")

    def __str__(self) -> str:
        return self.name


class TeamLook(models.Model):
    """A team's logo, colours and sections of personas, apart from the team itself, which every page reads."""

    team = models.OneToOneField(Team, on_delete=models.CASCADE, primary_key=True, related_name="+")
    titles = models.CharField(max_length=7, blank=True, default="")
    lines = models.CharField(max_length=7, blank=True, default="")
    logo = models.BinaryField(blank=True, default=b"")
    sections = models.JSONField(blank=True, null=True, help_text="persona.models.Sections; none: as usual")

    def __str__(self) -> str:
        return f"the look of {self.team}"


class MembershipQuerySet(models.QuerySet["Membership"]):
    def visible_to(self, user: Person) -> MembershipQuerySet:
        return self.filter(within(user))

    def owners(self) -> MembershipQuerySet:
        return self.filter(role=Role.OWNER)


class Membership(models.Model):
    """A person in a team, and what they may do there."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role)
    joined = models.DateTimeField(default=timezone.now, editable=False)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ("joined", "id")
        constraints: ClassVar = (
            models.UniqueConstraint(fields=("team", "user"), name="membership_once_in_a_team"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="membership_role_is_known"),
        )

    def __str__(self) -> str:
        return f"{self.user} in {self.team}"

    def may(self, needed: Role) -> bool:
        return Role(self.role).holds(needed)

    def demand(self, needed: Role) -> None:
        """Go on only with this role, or one that may do more.

        Raises:
            RoleMissing: it is less.
        """
        if not self.may(needed):
            raise RoleMissing(self, needed)

    @property
    def may_edit(self) -> bool:
        return self.may(Role.EDITOR)

    @property
    def may_manage(self) -> bool:
        return self.may(Role.OWNER)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def visible_to(self, user: Person) -> InvitationQuerySet:
        return self.filter(within(user))

    def open(self) -> InvitationQuerySet:
        """Those that nobody has accepted; some may have ended."""
        return self.filter(accepted=None)


class Invitation(models.Model):
    """A letter that makes whoever can read the mail of an address a member; only the hash of its secret is kept."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField("e-mail address")
    role = models.CharField(max_length=10, choices=Role)
    hash = models.CharField(max_length=64, unique=True, editable=False, help_text="SHA-256 of what the link holds.")
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="invitations"
    )
    created = models.DateTimeField(auto_now_add=True)
    expires = models.DateTimeField()
    accepted = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ("created", "id")
        constraints: ClassVar = (
            models.UniqueConstraint(
                fields=("team", "email"), condition=Q(accepted=None), name="invitation_open_once_for_an_address"
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="invitation_role_is_known"),
        )

    def __str__(self) -> str:
        return f"{self.email} to {self.team}"

    @property
    def has_ended(self) -> bool:
        return self.expires <= timezone.now()


class RoleMissing(PersonaError):
    """A member's role does not allow what they asked for."""

    code = "role_missing"

    def __init__(self, membership: Membership, needed: Role) -> None:
        words = {"team": membership.team.name, "role": Role(membership.role).label.lower()}
        code = "owner_needed" if needed == Role.OWNER else "editor_needed"
        super().__init__(sentence(code, **words), hint=hint(code, owner=_owner_of(membership.team)))


def _owner_of(team: Team) -> str:
    """Whom to ask for another role: the owner who has been there longest."""
    found = Membership.objects.filter(team=team).owners().select_related("user").first()
    return found.user.get_full_name() if found else ""


class TeamOwned(models.Model):
    """A row of a team. Made by a person, it belongs to the team that they act in, unless another is named."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="%(class)ss")

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        row: Any = self  # whoever inherits has an `owner`
        if row.team_id is None:
            row.team = row.owner.membership.team
        super().save(*args, **kwargs)


def within(user: Person, path: str = "team") -> Q:
    """The rows whose team, at `path`, this person may look into; a token looks into its own team alone."""
    if user.only_team is not None:
        return Q(**{path: user.only_team})
    return Q(**{f"{path}__in": Membership.objects.filter(user=user.pk).values("team")})
