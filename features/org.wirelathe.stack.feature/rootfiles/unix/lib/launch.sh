# What ./wirelathe does once there is something to start: sourced by the script of the source tree and by the
# one of an installed product. They set
#   product   the folder with the plugins
#   home      where dropins/ and runs/ belong
#   cache     where the prepared configuration of the command line may be kept

# Exit status: 0 done; 1 the run did not keep what it promised; 2 usage or a bad lab; 3 it could not be built or started.
say() { printf 'wirelathe: %s\n' "$*" >&2; }
die() { local status=$1; shift; say "$@"; exit "$status"; }

usage() {
  cat <<'TXT'
usage: wirelathe [--workspace DIR] [LAB]     the workbench, with LAB open in it
       wirelathe run LAB [option]...         run a lab; 'run --help' lists the options
       wirelathe check LAB                   say what is wrong with a lab file, and run nothing
       wirelathe list WHAT                   algorithms, drivers, queues, layers or apps
       wirelathe shell [LAB]                 look at a lab and drive it, command by command
       wirelathe bench [WHAT] [--out FILE]   how fast labs are built and run on this machine
       wirelathe help
TXT
}

# Sets command to one of: workbench headless help unknown, without starting anything.
classify() {
  case ${1:-} in
    '' | --workspace) command=workbench ;;
    help | -h | --help) command=help ;;
    run | check | list | shell | bench) command=headless ;;
    *.yaml | *.yml) command=workbench ;;
    *) if [[ -f $1 ]]; then command=workbench; else command=unknown; fi ;;
  esac
}

refuse() {
  die 2 "'$1' is neither a command nor a lab file; 'wirelathe help' lists the commands"
}

# Sets java_home: JAVA_HOME if it is new enough, else the newest that is installed.
# $1: java, or javac when a compiler has to be there too.
find_java() {
  local tool=$1 candidate version best=0
  java_home=
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*/ /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [[ -x $candidate/bin/$tool && -r $candidate/release ]] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$candidate/release")
    [[ ${version:-0} -ge 25 && $version -gt $best ]] || continue
    java_home=${candidate%/} best=$version
    [[ $candidate != "${JAVA_HOME:-}" ]] || break
  done
  [[ -n $java_home ]] || die 3 "no JDK 25 or newer found: install one (Debian: openjdk-25-jdk, or Temurin 25) or point JAVA_HOME at it"
}

# Names and text are UTF-8 wherever this runs: under the C locale Java would turn every other letter into "?".
use_unicode() {
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    '' | C | POSIX) export LC_ALL=C.UTF-8 ;;
  esac
}

# Sets vm: what both kinds of process are started with.
vm_arguments() {
  use_unicode
  mkdir -p "$home/dropins" 2>/dev/null || true
  vm=("-Dwirelathe.home=$home"
    "-Dwirelathe.dropins=${WIRELATHE_DROPINS:-$home/dropins}")
}

only_plugin() {
  local found=("$product/plugins/$1"_*.jar)
  [[ -f ${found[0]} ]] || die 3 "$product is incomplete: $1 is missing from its plugins"
  printf '%s\n' "${found[0]}"
}

# ---- the command line --------------------------------------------------------------------------------------

# Once per product and JDK: the configuration, the state of the framework when all bundles are resolved, and an
# archive of the classes that a short run loads. With them 'list' takes a quarter of a second, without them 0.6.
# Sets prepared.
prepare() {
  local identity key launcher
  launcher=$(only_plugin org.wirelathe.launcher)
  identity=$({ cat "$java_home/release" && ls -l "$product/plugins"; } | cksum)
  key=$(printf '%s' "$product" | cksum)
  prepared=$cache/${key%% *}-${identity%% *}
  [[ ! -f $prepared/ready ]] || return 0

  { mkdir -p "$cache" && [[ -w $cache ]]; } 2>/dev/null ||
    die 3 "cannot write to $cache; set WIRELATHE_CACHE to a folder that may be written"
  exec 8>"$cache/lock"
  if type flock >/dev/null 2>&1; then flock 8; fi
  if [[ ! -f $prepared/ready ]]; then
    rm -rf "$cache/${key%% *}"-*
    mkdir -p "$prepared"
    "$java_home/bin/java" -XX:+UseSerialGC -cp "$launcher:$(only_plugin org.eclipse.osgi)" \
      org.wirelathe.launcher.Prepare "$launcher" "$product" "$prepared" || die 3 "could not prepare the command line in $prepared"
    train
    touch "$prepared/ready"
  fi
  exec 8>&-
}

# A dry run of what is typed most. Its own result does not matter, what it leaves behind does.
train() {
  local lab=$home/examples/labs/first-transfer.yaml rehearsal=(list algorithms)
  [[ ! -f $lab ]] || rehearsal=(run "$lab" --until "200 ms" --out "$prepared/rehearsal" --quiet)
  # Nothing that happens to lie in dropins/ belongs into what is kept.
  "$java_home/bin/java" "${vm[@]}" -Dwirelathe.dropins= "${quick[@]}" "-Dwirelathe.prepared=$prepared" -Dwirelathe.training=true \
    -XX:ArchiveClassesAtExit="$prepared/classes.jsa" -jar "$prepared/headless.jar" "${rehearsal[@]}" \
    >"$prepared/rehearsal.log" 2>&1 </dev/null || true
  rm -rf "$prepared/rehearsal"
  [[ -d $prepared/configuration/org.eclipse.osgi ]] || die 3 "the command line does not start: see $prepared/rehearsal.log"
}

headless() {
  # A run is often over before the compiler is: less inlining gets its results out sooner, and compiler.txt tells it
  # where to begin. A JVM that does not know one of these goes without.
  local quick=(-XX:+IgnoreUnrecognizedVMOptions -XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable
    -XX:FreqInlineSize=100 -XX:MaxInlineLevel=5 -XX:InlineSmallCode=600
    "-XX:CompileCommandFile=$(dirname -- "${BASH_SOURCE[0]}")/compiler.txt"
    -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8)
  vm_arguments
  prepare
  # shellcheck disable=SC2086  # VM arguments are words
  exec "$java_home/bin/java" "${vm[@]}" "${quick[@]}" -XX:SharedArchiveFile="$prepared/classes.jsa" \
    "-Dwirelathe.prepared=$prepared" ${WIRELATHE_VMARGS:-} -jar "$prepared/headless.jar" "$@"
}

# ---- the workbench -----------------------------------------------------------------------------------------

# Prints the Debian packages that a window needs and this machine lacks.
missing_for_workbench() {
  [[ $(uname) == Linux ]] || return 0
  PATH=$PATH:/sbin:/usr/sbin ldconfig -p | grep 'libgtk-3\.so\.0' >/dev/null || echo libgtk-3-0
  [[ -n $(find /usr/share/fonts /usr/local/share/fonts "${HOME:-/}/.fonts" -name '*.[ot]tf' -print -quit 2>/dev/null) ]] ||
    echo fonts-dejavu-core
}

workbench() {
  local workspace=${WIRELATHE_WORKSPACE:-${HOME:-/tmp}/.wirelathe/workspace} arguments=()
  if [[ ${1:-} == --workspace ]]; then
    [[ -n ${2:-} ]] || die 2 "--workspace wants a folder"
    workspace=$2
    shift 2
  fi
  if [[ $# -gt 0 ]]; then
    [[ -f $1 ]] || die 2 "there is no lab $1"
    [[ $# -eq 1 ]] || die 2 "the workbench opens one lab, not also '$2'"
    arguments=(-lab "$(cd -- "$(dirname -- "$1")" && pwd)/$(basename -- "$1")")
  fi
  if [[ $(uname) == Linux && -z ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then
    die 3 "the workbench needs a display, and neither DISPLAY nor WAYLAND_DISPLAY is set (without one: xvfb-run -a ./wirelathe)"
  fi
  mkdir -p "$workspace" || die 3 "cannot write the workspace $workspace"
  vm_arguments
  [[ $(uname) != Darwin ]] || vm+=(-XstartOnFirstThread)
  [[ -n ${DBUS_SESSION_BUS_ADDRESS:-} ]] || vm+=(-Dorg.eclipse.swt.internal.SessionManagerDBus.disable=true)
  # shellcheck disable=SC2086  # VM arguments are words
  exec "$java_home/bin/java" "${vm[@]}" --enable-native-access=ALL-UNNAMED -Dosgi.requiredJavaVersion=25 ${WIRELATHE_VMARGS:-} \
    -jar "$(only_plugin org.eclipse.equinox.launcher)" -data "$workspace" ${arguments[@]+"${arguments[@]}"}
}
