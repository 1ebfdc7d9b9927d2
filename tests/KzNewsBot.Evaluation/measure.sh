#!/bin/sh
# Runs every measuring task over a folder of evaluation data and prints one dated Markdown table; what is absent is skipped.
# Usage: tests/KzNewsBot.Evaluation/measure.sh DATA_FOLDER
set -eu

[ $# -eq 1 ] && [ -d "$1" ] || { echo "usage: $0 DATA_FOLDER" >&2; exit 2; }
data=$(cd "$1" && pwd)
cd "$(dirname "$0")/../.."
project=tests/KzNewsBot.Evaluation
dotnet build -c Release "$project" -v q -nologo >&2

measure() {
    task=$1 input=$2
    shift 2
    if [ ! -e "$data/$input" ]; then
        echo "skipped $task: no $input" >&2
        return 0
    fi
    # The score is the last line on stderr; a failed task shows its message there.
    score=$(dotnet run -c Release --no-build --project "$project" -- "$task" "$data/$input" "$@" 2>&1 >/dev/null | tail -n 1 | sed 's/|/\\|/g') || true
    printf '| %s | `%s` | `dotnet run -c Release --project %s -- %s DATA/%s` | `%s` |\n' "$task" "$input" "$project" "$task" "$input${*:+ $*}" "$score"
}

printf 'Measured on %s, commit %s.\n\n' "$(date -u +%Y-%m-%d)" "$(git rev-parse --short HEAD)"
printf '| task | data | command | score |\n|---|---|---|---|\n'
measure language language/sentences.jsonl
measure language language/sib200.jsonl
measure stems resources/snowball/russian
measure stems resources/snowball/english
measure forms language/kazakh-noun-forms.tsv
measure topics kazakhstan
measure topics topics/official-titles-kk-en.jsonl
measure topics topics/wikinews-ru.jsonl
measure topics topics/forms.tsv
measure topics topics/tengrinews-2024-04.jsonl
measure topics stories/telegram-posts.jsonl
measure topics load/news-2020-05-03-ru.jsonl
measure pairs kazakhstan
measure pairs stories/pairs.jsonl
measure pairs stories/headline-pairs.jsonl
measure stories kazakhstan
measure stories stories/telegram-posts.jsonl
measure denials kazakhstan
own=$(dotnet run -c Release --no-build --project "$project" -- chronology "$PWD/$project/Gold/chronology.jsonl" 2>&1 >/dev/null | tail -n 1)
printf '| chronology | `Gold/chronology.jsonl` | `dotnet run -c Release --project %s -- chronology $PWD/%s/Gold/chronology.jsonl` | `%s` |\n' "$project" "$project" "$own"
measure clean kazakhstan/noisy.jsonl
measure quotes quotes/sibling-ru.jsonl --sentences 3
measure quotes quotes/headline-clusters-ru.jsonl --sentences 1
measure quotes quotes/headline-clusters-ru.jsonl --sentences 3
measure extract extraction/ru-pages
measure extract extraction/dates
measure extract extraction/pages-en
measure extract extraction/segments
measure dump ../seeds
measure feeds feeds
# Speed has no gold: what it measures is its output.
if [ -e "$data/load/news-2020-05-03-ru.jsonl" ]; then
    speed=$(dotnet run -c Release --no-build --project "$project" -- speed "$data/load/news-2020-05-03-ru.jsonl" 2>/dev/null | tail -n 1)
    printf '| speed | `load/news-2020-05-03-ru.jsonl` | `dotnet run -c Release --project %s -- speed DATA/load/news-2020-05-03-ru.jsonl` | `%s` |\n' "$project" "$speed"
fi
