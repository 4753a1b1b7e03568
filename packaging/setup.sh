# What demo, check and bench share: finding what is missing, installing it, configuring and building. To be
# sourced by bash with $root set to the folder of the checkout.
# shellcheck shell=bash disable=SC2154

say()  { printf '\n== %s\n' "$*"; }
fail() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

# The packages of the named sections, one a line.
packages_of() {
    awk -v wanted=" $* " '
        /^\[/ { name = $1; gsub(/[][]/, "", name); on = index(wanted, " " name " "); next }
        { sub(/#.*/, "") }
        on && NF { print $1 }' "$root/packaging/debian-packages.txt"
}

missing_of() {
    local package
    while read -r package; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || printf '%s\n' "$package"
    done < <(packages_of "$@")
}

# Installs what the sections name and the machine lacks. Nothing is asked, nothing is done where all is there.
install_packages() {
    if [ -n "${LIANGDI_NO_INSTALL:-}" ]; then return; fi
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        fail "this is no Debian-family system, so nothing can be installed for you. Install what
  packaging/debian-packages.txt names from your own distribution (GDAL 3.6, PROJ 9.1, GEOS 3.11, Qt 6.4,
  SQLite 3.40 with sessions, SpatiaLite 5 and the others), then run: LIANGDI_NO_INSTALL=1 ./${0##*/}"
    fi
    local missing
    missing=$(missing_of "$@")
    if [ -z "$missing" ]; then return; fi

    local -a as_root=(env DEBIAN_FRONTEND=noninteractive)
    if [ "$(id -u)" -ne 0 ]; then
        # -n: sudo may ask for its password where somebody sits at a terminal, and nowhere else.
        if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
            as_root=(sudo "${as_root[@]}")
        else
            fail "these packages are missing, and you are neither root nor may you use sudo here:
  $(tr '\n' ' ' <<<"$missing")
Ask whoever looks after this machine to run
  apt-get install --no-install-recommends $(tr '\n' ' ' <<<"$missing")
and start ./${0##*/} again."
        fi
    fi

    say "installing $(wc -l <<<"$missing") packages from the distribution"
    local log="$root/build/install.log"
    mkdir -p "$root/build"
    # shellcheck disable=SC2086  # one word a package
    if ! "${as_root[@]}" apt-get -o DPkg::Lock::Timeout=600 update >"$log" 2>&1 </dev/null ||
       ! "${as_root[@]}" apt-get -o DPkg::Lock::Timeout=600 install -y --no-install-recommends $missing \
             >>"$log" 2>&1 </dev/null; then
        tail -n 20 "$log" >&2
        fail "the packages could not be installed; the whole account is in $log. Is the network there, and does
  the distribution have them (Debian 12 does)?"
    fi
}

# Compilers of this size take about 1 GiB each; an office PC has more cores than that.
jobs_of_machine() {
    local by_memory cores
    cores=$(nproc)
    by_memory=$(awk '/^MemAvailable:/ { print int($2 / 1048576) }' /proc/meminfo 2>/dev/null)
    [ "${by_memory:-$cores}" -lt 1 ] && by_memory=1
    [ "${by_memory:-$cores}" -lt "$cores" ] && cores=$by_memory
    printf '%s\n' "$cores"
}

# build_preset PRESET [CMAKE-OPTION…]; the configuring is kept, so the second time costs a look at the files.
build_preset() {
    local preset=$1 log="$root/build/configure-$1.log"
    shift
    mkdir -p "$root/build"
    say "configuring preset $preset"
    (cd "$root" && cmake --preset "$preset" "$@") >"$log" 2>&1 </dev/null ||
        { tail -n 40 "$log" >&2; return 1; }
    say "building in build/$preset"
    cmake --build "$root/build/$preset" -j "$(jobs_of_machine)" </dev/null
}
