#!/usr/bin/env bash
# package_test.sh CPACK BUILD-FOLDER VERSION: makes the .deb of a build, unpacks it into a folder of its own and
# starts both programs from there. Exit 77: this machine has not the tools.
set -euo pipefail
cpack=$1
build=$2
version=$3
for tool in dpkg-deb dpkg-shlibdeps file; do
    command -v "$tool" >/dev/null || { printf 'skipped: %s is missing\n' "$tool"; exit 77; }
done

# A folder with a blank and Chinese in its name, as on a real desktop.
scratch=$(mktemp -d "${TMPDIR:-/tmp}/两地 package.XXXXXX")
trap 'rm -rf -- "$scratch"' EXIT
wrong() { printf 'package: %s\n' "$*" >&2; exit 1; }

(cd "$build" && "$cpack" -G DEB -B "$scratch/made" --config CPackConfig.cmake) >"$scratch/cpack.log" 2>&1 ||
    { cat "$scratch/cpack.log" >&2; wrong "cpack failed"; }
deb=$(find "$scratch/made" -maxdepth 1 -name 'liangdi_*.deb')
[ -s "$deb" ] || wrong "cpack has made no .deb"

depends=$(dpkg-deb --field "$deb" Depends)
for need in libgdal libspatialite libsodium libqt6widgets6 fonts-wqy-microhei breeze-icon-theme; do
    [[ $depends == *$need* ]] || wrong "the package does not depend on $need: $depends"
done

dpkg-deb -x "$deb" "$scratch/root"
usr=$scratch/root/usr
for file in bin/liangdi bin/liangdi-desktop share/liangdi/styles/building.sld share/liangdi/checks/parcel_overlap.sql \
    share/applications/org.liangdi.Liangdi.desktop share/mime/packages/org.liangdi.Liangdi.xml \
    share/icons/hicolor/scalable/apps/org.liangdi.Liangdi.svg \
    share/icons/hicolor/48x48/apps/org.liangdi.Liangdi.png share/man/man1/liangdi.1 share/doc/liangdi/copyright; do
    [ -s "$usr/$file" ] || wrong "the package lacks $file"
done

# Neither the build's styles nor this user's settings may help.
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 HOME=$scratch XDG_RUNTIME_DIR=$scratch
unset LIANGDI_STYLES LIANGDI_CHECKS GDAL_DRIVER_PATH
for program in liangdi liangdi-desktop; do
    said=$("$usr/bin/$program" --version </dev/null)
    [[ $said == *"$version"* ]] || wrong "$program --version says \"$said\", not $version"
done
"$usr/bin/liangdi" create "$scratch/新 镇.sqlite" --name 新镇 >/dev/null
"$usr/bin/liangdi" info "$scratch/新 镇.sqlite" --json | grep -q 新镇 || wrong "a new town does not say its name"
"$usr/bin/liangdi" check --list --rule parcel_overlap --json | grep -q /root/usr/share/liangdi/checks/ || wrong "the rules of the package are not those it runs"
printf 'the package installs %s files and starts\n' "$(find "$scratch/root" -type f | wc -l)"
