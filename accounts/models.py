"""The models of all rooms, where Django looks for them."""

from accounts.api.idempotency_records import IdempotencyRecord
from accounts.api.rate_limits import RateLimit
from accounts.audit.models import AuditEntry
from accounts.own_data.models import Departure, Takeout
from accounts.people.models import User
from accounts.provider_keys.models import KeyTest, ProviderKey
from accounts.teams.models import Invitation, Membership, Team, TeamLook
from accounts.tokens.models import ApiToken

__all__ = (
    "ApiToken",
    "AuditEntry",
    "Departure",
    "IdempotencyRecord",
    "Invitation",
    "KeyTest",
    "Membership",
    "ProviderKey",
    "RateLimit",
    "Takeout",
    "Team",
    "TeamLook",
    "User",
)
