#!/usr/bin/env bash
# Compiles one bundle with everything on the floors below it, and runs its unit tests: seconds, no Tycho.
#   releng/quick.sh org.wirelathe.tcp                     every test in the bundle's src_test
#   releng/quick.sh org.wirelathe.tcp --include-classname='.*Reassembly.*'   arguments of the JUnit console
# It is no judge: it knows neither import ranges nor what a bundle hides. The build does.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"

die() { printf 'quick: %s\n' "$*" >&2; exit 2; }

# The bundles that may be compiled against, as releng/floors.txt says.
below() {
  local bundle=$1 kind line other
  while read -r kind line; do
    [[ $kind == floor ]] || continue
    if [[ $line == '*' ]]; then
      is_named "$bundle" || return 0
      for other in bundles/*; do is_named "${other#*/}" || echo "${other#*/}"; done
      continue
    fi
    for other in $line; do
      [[ $other != "$bundle" ]] || return 0
      echo "$other"
    done
  done <releng/floors.txt
}
is_named() { grep -qE "^(floor|aside) .*\b${1//./\\.}( |\$)" releng/floors.txt; }

java_home() {
  local home release
  for home in "${JAVA_HOME:-}" $(printf '%s\n' /usr/lib/jvm/*/ | sort -V -r); do
    [[ -f $home/release && -x $home/bin/javac ]] || continue
    release=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
    if [[ ${release:-0} -ge 25 ]]; then echo "$home"; return; fi
  done
  die "no JDK 25 or newer: install one, or point JAVA_HOME at it"
}

# Jars of the target platform, as Maven keeps them; a warm local repository is expected.
repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
jars() {
  local line group artifact version jar
  sed -n 's|.*<groupId>\(.*\)</groupId><artifactId>\(.*\)</artifactId><version>\(.*\)</version>.*|\1 \2 \3|p' \
    releng/targetplatform/wirelathe.target |
  while read -r group artifact version; do
    jar=$repository/${group//.//}/$artifact/$version/$artifact-$version.jar
    [[ -f $jar ]] && printf '%s:' "$jar"
  done
}

console() {
  local version=1.14.4 jar
  jar=$root/.build/junit-platform-console-standalone-$version.jar
  if [[ ! -f $jar ]]; then
    # From the root folder: the project's .mvn is for the Maven and the JDK that build it, not for this one.
    (cd / && mvn -B -q -ntp -Dstyle.color=never dependency:copy -DoutputDirectory="$root/.build" \
      -Dartifact="org.junit.platform:junit-platform-console-standalone:$version") >&2 ||
      die "Maven could not fetch the JUnit console"
  fi
  echo "$jar"
}

bundle=${1:-}
[[ -n $bundle && -d bundles/$bundle ]] || die "usage: quick.sh BUNDLE [JUnit console arguments]; bundles: $(cd bundles && echo *)"
shift

out=$root/.build/quick/$bundle
JAVA_HOME=$(java_home)
junit=$(console)
libraries=$(jars)
rm -rf "$out"
mkdir -p "$out/classes" "$out/tests"

sources() { find "$@" -name '*.java' ! -name module-info.java 2>/dev/null || true; }
compile() {
  local to=$1 path=$2; shift 2
  "$JAVA_HOME/bin/javac" --release 25 -proc:none -Xlint:all,-processing,-serial,-exports,-path,-classfile,-requires-automatic \
    -g -d "$to" -cp "$path" "$@"
}

mapfile -t folders < <(below "$bundle" | while read -r other; do [[ ! -d bundles/$other/src ]] || echo "bundles/$other/src"; done
  echo "bundles/$bundle/src")
sources "${folders[@]}" >"$out/sources"
[[ -s $out/sources ]] || die "no sources in ${folders[*]}"
compile "$out/classes" "$libraries" "@$out/sources"

# Files beside the sources (schemas, patterns, word lists) are part of the bundle too.
resources() {
  local folder=$1 to=$2
  [[ -d $folder ]] || return 0
  (cd "$folder" && find . -type f ! -name '*.java' -print0 | cpio -0 --quiet -pdm "$to" 2>/dev/null) ||
    (cd "$folder" && find . -type f ! -name '*.java' -exec cp --parents {} "$to" \;)
}
for folder in "${folders[@]}"; do resources "$folder" "$out/classes"; done

sources "bundles/$bundle/src_test" >"$out/test-sources"
if [[ ! -s $out/test-sources ]]; then
  echo "quick: $bundle compiles; it has no tests in src_test"
  exit 0
fi
compile "$out/tests" "$out/classes:$junit:$libraries" "@$out/test-sources"
resources "bundles/$bundle/src_test" "$out/tests"

# From the bundle's folder, as Tycho runs them.
cd "bundles/$bundle"
exec "$JAVA_HOME/bin/java" -ea -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
  -jar "$junit" execute --disable-banner --details=summary --details-theme=ascii \
  --class-path "$out/tests:$out/classes:$libraries" --scan-class-path "$out/tests" "$@"
