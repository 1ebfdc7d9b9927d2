#!/usr/bin/env bash
# Writes a migration for both databases under one name: deploy/add-migration.sh AddSomething
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?usage: deploy/add-migration.sh NAME}
export EfDesign=true
dotnet tool restore >/dev/null
dotnet build src/KzNewsBot -v quiet -nologo
for provider in Sqlite Postgres; do
  dotnet ef migrations add "$name" --no-build --project src/KzNewsBot --context "${provider}NewsDbContext" \
    --output-dir "Data/Migrations/$provider"
done
unset EfDesign
dotnet build src/KzNewsBot -v quiet -nologo
