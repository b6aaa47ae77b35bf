#!/usr/bin/env bash
# Runs every test. What the tests need and the machine lacks (Debian's chromium and postgresql) is installed first.
# The last line is "N passed, N failed"; the exit code is 0 only when something passed and nothing failed.
set -uo pipefail
cd "$(dirname "$0")"

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }

missing=()
[ -x /usr/bin/chromium ] || missing+=(chromium)
compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null || missing+=(postgresql)
if [ ${#missing[@]} -gt 0 ]; then
  echo "Installing ${missing[*]}…"
  if ! { as_root apt-get update -q && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"; } >/dev/null; then
    echo "${missing[*]} could not be installed: the tests that need them will be skipped." >&2
  fi
fi

rm -f tests/ChatCoachBot.Tests/bin/*/*/chaos-*.txt
log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet test --solution ChatCoachBot.sln 2>&1 | tee "$log"
status=${PIPESTATUS[0]}

figure() { sed -n "s/^ *$1: \([0-9][0-9]*\) *$/\1/p" "$log" | tail -n 1; }
passed=$(figure succeeded)
failed=$(figure failed)
skipped=$(figure skipped)
# A build that fails, or a host that crashes, leaves no figures: that is a failure too.
if [ -z "$passed" ] || { [ "$status" -ne 0 ] && [ "${failed:-0}" -eq 0 ]; }; then
  failed=$(( ${failed:-0} + 1 ))
fi
cat tests/ChatCoachBot.Tests/bin/*/*/chaos-*.txt 2>/dev/null
[ "${skipped:-0}" -eq 0 ] || echo "${skipped} skipped"
echo "${passed:-0} passed, ${failed:-0} failed"
[ "${passed:-0}" -gt 0 ] && [ "${failed:-0}" -eq 0 ]
