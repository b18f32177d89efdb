"""The second step of signing in: a code from an app, a passkey, or a code on paper; and where one is signed in."""
