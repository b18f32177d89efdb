#!/bin/sh
# Personas in a build: it fails when the data cannot be used, or when what came out is not good enough.
#
#     sh gate.sh answers.csv                                                                   on this machine
#     PERSONA_SERVER=https://persona.example.com PERSONA_TOKEN=pw_… sh gate.sh answers.csv     on a server
set -eu
persona check "$1"
persona ${PERSONA_SERVER:+--server "$PERSONA_SERVER"} generate "$1" --seed 1 --out personas
persona gate personas ${GATE:-"verbatim>=1 quoted>=0.95 weak<=0.3"}
