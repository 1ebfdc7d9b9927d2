#!/usr/bin/env bash
# Checks deploy/ without a container engine: does by hand what the Dockerfile says and runs the result as it would run.
# Ends with what was checked and what could not be.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=$(mktemp -d)
chmod 755 "$work"
bot=""
trap '[ -z "$bot" ] || kill -KILL "$bot" 2>/dev/null; rm -rf "$work"' EXIT
faults=0
unchecked=()

ok() { echo "ok       $1"; }
bad() { echo "FAILED   $1"; faults=$((faults + 1)); }
skip() { unchecked+=("$1"); }
port=$(( 20000 + RANDOM % 20000 ))

# The Dockerfile's build stage: its COPY lines into an empty folder, its RUN lines there.
build() {
  local line words
  mkdir "$work/source"
  while read -r line; do
    case $line in
      FROM*aspnet*) break ;;
      COPY*)
        read -ra words <<<"${line#COPY }"
        for item in "${words[@]:0:${#words[@]}-1}"; do
          git ls-files --cached --others --exclude-standard -- "$item" | grep -q . || { echo "nothing to copy: $item"; return 1; }
          git ls-files --cached --others --exclude-standard -- "$item" | tar -cf - --files-from=- | tar -xf - -C "$work/source" || return 1
        done ;;
      RUN*) (cd "$work/source" && bash -c "${line#RUN } -v quiet -nologo" | sed "s#^#  #"; exit "${PIPESTATUS[0]}") || return 1 ;;
    esac
  done < <(sed "s#/app#$work/app#g" deploy/Dockerfile)
}

# The runtime stage's environment, with /data and the port moved to free ones.
run_environment() {
  sed -nE "s#^ENV ##p" deploy/Dockerfile | sed "s#/data#$work/data#; s#0.0.0.0:8080#127.0.0.1:$port#"
}

start() {
  local as=()
  [ "$(id -u)" -ne 0 ] || as=(setpriv --reuid=65534 --regid=65534 --clear-groups)
  mkdir "$work/data"
  echo '123456789:check-only-not-a-real-token' >"$work/token"
  [ "$(id -u)" -ne 0 ] || chown 65534:65534 "$work/data" "$work/token"
  # Port 9 answers nobody: the bot must stay healthy while Telegram can't be reached.
  mapfile -t environment < <(run_environment)
  (cd "$work/app" && exec env -i PATH="$PATH" HOME=/nonexistent "${environment[@]}" Telegram__TokenFile="$work/token" Telegram__ApiBaseUrl=http://127.0.0.1:9 \
    "${as[@]}" dotnet KzNewsBot.dll) >"$work/log" 2>&1 &
  bot=$!
}

wait_healthy() {
  local tries=0
  until bash deploy/healthcheck "$port" 2>/dev/null; do
    tries=$((tries + 1))
    kill -0 "$bot" 2>/dev/null && [ "$tries" -lt 120 ] || return 1
    sleep 1
  done
}

stop() {
  local begun=$SECONDS code
  kill -TERM "$bot"
  wait "$bot"
  code=$?
  bot=""
  took=$((SECONDS - begun))
  [ "$code" -eq 0 ] && [ "$took" -le 20 ]
}

if build; then ok "the Dockerfile's COPY and RUN lines of the build stage"; else bad "the Dockerfile's build stage"; fi
if [ -f "$work/app/KzNewsBot.dll" ]; then
  if [ -f "$work/app/appsettings.json" ] && [ -f "$work/app/seeds/topics.json" ]; then ok "settings and seeds are published"; else bad "settings or seeds are not published"; fi
  start
  if wait_healthy; then ok "runs as an unprivileged user and answers /health, with no Telegram to be reached"; else bad "/health"; cat "$work/log"; fi
  if stop; then ok "SIGTERM: stopped after $took s with exit code 0"; else bad "SIGTERM: stopped after $took s, or with an exit code other than 0"; fi
  if [ -s "$work/data/kznewsbot.db" ]; then ok "the database is in Storage__Folder"; else bad "no database in Storage__Folder"; fi
  if grep -q 'check-only' "$work/log"; then bad "the token is in the log"; else ok "the token is not in the log"; fi
fi

if command -v systemd-analyze >/dev/null; then
  sed "s#^ExecStart=.*#ExecStart=$work/app/KzNewsBot#" deploy/kznewsbot.service >"$work/kznewsbot.service"
  complaints=$(systemd-analyze verify --man=no "$work/kznewsbot.service" 2>&1 | grep -F kznewsbot)
  if [ -z "$complaints" ]; then ok "systemd-analyze verify"; else bad "systemd-analyze verify: $complaints"; fi
  # Of 100, the share of what a service may do that this one still may.
  if systemd-analyze security --offline=true --threshold=20 "$work/kznewsbot.service" >"$work/security" 2>&1; then ok "systemd-analyze security"; else bad "systemd-analyze security: $(tail -n 1 "$work/security")"; fi
else
  skip "kznewsbot.service (no systemd-analyze)"
fi

# A command must run as the service does: another user, mode or file would leave it without the bot's database.
differs=""
for key in DynamicUser UMask StateDirectory StateDirectoryMode ProtectHome LoadCredential EnvironmentFile; do
  grep -qF -- "--property=$key=$(sed -n "s#^$key=##p" deploy/kznewsbot.service) " deploy/kznewsbot || differs="$differs $key"
done
if bash -n deploy/kznewsbot && [ -z "$differs" ]; then ok "deploy/kznewsbot runs a command as the service runs"; else bad "deploy/kznewsbot differs from the service:$differs"; fi

if docker compose version >/dev/null 2>&1; then
  if docker compose -f deploy/compose.yaml config --quiet; then ok "docker compose config"; else bad "docker compose config"; fi
elif python3 -c 'import yaml' 2>/dev/null; then
  if python3 - <<'PYTHON'; then ok "compose.yaml: YAML, and every name it uses is declared"; else bad "compose.yaml"; fi
import pathlib, sys, yaml
compose = yaml.safe_load(pathlib.Path("deploy/compose.yaml").read_text())
bot = compose["services"]["bot"]
known = {"image", "build", "environment", "secrets", "volumes", "restart", "logging", "stop_grace_period", "read_only", "tmpfs", "cap_drop", "security_opt"}
faults = [f"unknown key {key}" for key in bot.keys() - known]
faults += [f"undeclared volume {volume}" for volume in bot["volumes"] if volume.split(":")[0] not in compose["volumes"]]
faults += [f"undeclared secret {secret}" for secret in bot["secrets"] if secret not in compose["secrets"]]
faults += [f"missing {path}" for path in [pathlib.Path("deploy", bot["build"]["context"], bot["build"]["dockerfile"])] if not path.exists()]
faults += ["the token file is not the secret"] * (bot["environment"]["Telegram__TokenFile"] != f"/run/secrets/{bot['secrets'][0]}")
sys.exit("\n".join(faults) or 0)
PYTHON
else
  skip "compose.yaml (neither docker compose nor Python's yaml)"
fi

# What the build stage copies must pass .dockerignore, and so must what the second one copies from the context.
for item in $(sed -nE 's/^COPY ([^-].*) [^ ]+$/\1/p' deploy/Dockerfile); do
  grep -qxF "!$item" .dockerignore || bad ".dockerignore keeps $item from the builder"
done
skip "the image itself: base images, APP_UID, the volume's owner (needs a container engine)"
skip "the service and its commands under a running systemd"

printf 'UNCHECKED %s\n' "${unchecked[@]}"
[ "$faults" -eq 0 ]
