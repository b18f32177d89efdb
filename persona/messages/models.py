"""Messages about language models and their providers."""

from __future__ import annotations

from persona.messages.message import Message

# -- language models ---------------------------------------------------------------------------------------
MODELS: dict[str, Message] = {
    "model_name": Message(
        "“{model}” names no model that can be used.",
        "Write provider:name, where the provider is one of: {names}; or use “builtin”.",
    ),
    "key_missing": Message(
        "{provider} needs a key, and there is none.",
        "Get one from {provider} and give it along; on the command line it is read from {names}.",
    ),
    "no_embeddings": Message(
        "“{model}” cannot tell how alike texts are.",
        "Choose a model for embeddings of {names}, or leave the setting out.",
    ),
    "local_embeddings": Message(
        "Local vectors of texts need the package sentence-transformers.",
        "Install it with: pip install sentence-transformers; or name a provider’s model.",
    ),
    "template_missing": Message(
        "There is no template “{name}”.", "Choose one of: {names}; or name a file that ends in .jinja."
    ),
    "template_broken": Message("The template “{name}” cannot be used ({reason}).", "Mend it, or leave it out."),
    "price_unknown": Message(
        "The price of “{model}” is not known, so a budget cannot be kept.",
        "Give the price of a million tokens along, or leave the budget out.",
    ),
    "budget_exceeded": Message(
        "The budget of {budget} is not enough for the next call: {spent} is spent, and it may cost {estimate}.",
        "Raise the budget and go on: the finished personas are kept, and nothing is paid twice.",
    ),
    "model_unsupported": Message(
        "None of the model’s statements ({count}) was supported by what people said: their own words are shown."
    ),
    "provider_auth": Message("{provider} refused the key.", "Check that the key is whole, active and for {provider}."),
    "provider_no_credit": Message(
        "The account at {provider} has no credit left.", "Add credit there, then go on: what is finished is kept."
    ),
    "provider_no_model": Message(
        "{provider} has no such model, or this key may not use it.", "Check the model’s name and the address."
    ),
    "provider_rejects": Message(
        "{provider} does not answer such questions.", "Check the address and whether this model can return data."
    ),
    "provider_context": Message(
        "The evidence of one persona is too long for this model.", "Choose less detail or a model that reads more."
    ),
    "provider_rate": Message(
        "{provider} asks to wait: too many questions at a time.", "Wait a little, then go on: what is finished is kept."
    ),
    "provider_down": Message("{provider} has trouble of its own.", "Go on in a few minutes: what is finished is kept."),
    "provider_timeout": Message(
        "{provider} did not answer in time.", "Go on in a few minutes: what is finished is kept."
    ),
    "provider_unreachable": Message(
        "{provider} could not be reached.", "Check the address and the network, then go on: what is finished is kept."
    ),
    "provider_paused": Message(
        "{provider} failed several times in a row and is left alone for {seconds} seconds.",
        "Wait a little, then go on: what is finished is kept.",
    ),
    "provider_refuses": Message(
        "{provider} declined to write this persona.", "Go on to ask again, or choose another model."
    ),
    "provider_truncated": Message(
        "{provider} stopped in the middle of its answer.", "Choose less detail or another model, or go on to ask again."
    ),
    "provider_reply": Message(
        "The answers of {provider} could not be used, after all tries.", "Go on to ask again, or choose another model."
    ),
}
