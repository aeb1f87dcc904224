#!/bin/sh
# Checks what the build and the app need from the machine, and brings it where it may.
#
#   preflight.sh [--mark FILE] [screen] [git]
#
# Always: a JDK 25, and the text libraries JavaFX needs even without a display. With a display:
# the libraries of a window. `screen` adds Xvfb and the window libraries, `git` the git command.
# As root on a system with apt, what is missing is installed by one printed command; else the
# command is printed and the build stops. -Dpreflight.skip=true leaves all of this out.
#
# --mark: FILE exists afterwards if and only if something is still missing.

mark=
if [ "$1" = --mark ]; then
  mark=$2
  shift 2
  rm -f "$mark"
fi
fail() {
  if [ -n "$mark" ]; then
    mkdir -p "$(dirname "$mark")" && : >"$mark"
  fi
  exit 1
}

here=$(dirname "$0")
sh "$here/find-jdk.sh" >/dev/null || fail

window=
[ -n "$DISPLAY$WAYLAND_DISPLAY" ] && window=yes
screen=
git=
for part in "$@"; do
  case $part in
    screen) screen=yes window=yes ;;
    git) git=yes ;;
  esac
done

PATH=$PATH:/usr/sbin:/sbin
if command -v ldconfig >/dev/null; then
  libraries=$(ldconfig -p)
else
  echo "No ldconfig here, so the libraries JavaFX needs are not checked." >&2
  exit 0
fi

missing=
packages=
# need LIBRARY PACKAGE: the package brings the library on Debian and its relatives.
need() {
  case $libraries in
    *"$1 "*) ;;
    *)
      missing="$missing $1"
      case " $packages " in
        *" $2 "*) ;;
        *) packages="$packages $2" ;;
      esac
      ;;
  esac
}
need_command() {
  command -v "$1" >/dev/null || {
    missing="$missing $1"
    packages="$packages $2"
  }
}
have_font() {
  for font in /usr/share/fonts/*/* /usr/local/share/fonts/* "$HOME"/.local/share/fonts/* \
    "$HOME"/.fonts/*; do
    [ -e "$font" ] && return 0
  done
  return 1
}

need libpangoft2-1.0.so.0 libpangoft2-1.0-0
need libfreetype.so.6 libpangoft2-1.0-0
need libfontconfig.so.1 libpangoft2-1.0-0
have_font || {
  missing="$missing a-font"
  packages="$packages fonts-dejavu-core"
}
if [ -n "$window" ]; then
  need libgtk-3.so.0 libgtk-3-0
  need libXtst.so.6 libxtst6
  need libXxf86vm.so.1 libxxf86vm1
fi
[ -n "$screen" ] && need_command Xvfb xvfb
[ -n "$git" ] && need_command git git

[ -z "$missing" ] && exit 0

install="apt-get install -y --no-install-recommends$packages"
if ! command -v apt-get >/dev/null; then
  echo "Missing:$missing. Install what holds them (on Debian:$packages) and run this again." >&2
  fail
fi
if [ "$(id -u)" != 0 ]; then
  echo "Missing:$missing. Run this, then the build again:" >&2
  echo "  sudo $install" >&2
  fail
fi

echo "Missing:$missing. Running: $install"
apt() {
  DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@" </dev/null
}
install() {
  # shellcheck disable=SC2086 # a list of packages
  apt install -y --no-install-recommends $packages
}
lists_are_empty() {
  for list in /var/lib/apt/lists/*_Packages*; do
    [ -e "$list" ] && return 1
  done
  return 0
}
if lists_are_empty; then
  apt update && install
else
  # Lists that are too old name packages that are gone.
  install || { apt update && install; }
fi || {
  echo "That did not work. Ontodraft needs:$packages" >&2
  fail
}
