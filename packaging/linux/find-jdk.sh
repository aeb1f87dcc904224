#!/bin/sh
# Prints the home of a JDK 25, or says in one sentence what is missing and ends with 1.
# Looks where maven-toolchains-plugin looks, so that what is found here is found by the build.

# Sets jdk when the folder holds a compiler of the right release. No process is started for it.
try() {
  [ -z "$jdk" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  while read -r line; do
    case $line in
      'JAVA_VERSION="25"' | 'JAVA_VERSION="25.'*) jdk=$1 ;;
    esac
  done <"$1/release"
}

jdk=
try "$JAVA_HOME"
if [ -z "$jdk" ] && [ -z "$JAVA_HOME" ]; then
  # Maven itself runs on this one then.
  java=$(command -v java) && java=$(readlink -f "$java") && try "${java%/bin/java}"
fi
if [ -z "$jdk" ]; then
  for home in $(env | sed -n 's/^JAVA.*_HOME=//p') \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /usr/jdk/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.m2/jdks/* "$HOME"/.gradle/jdks/* \
    "$HOME"/.asdf/installs/java/* "$HOME"/.jbang/cache/jdks/* "$HOME"/.jabba/jdk/* \
    "$HOME"/.jenv/versions/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    try "$home"
  done
fi
if [ -z "$jdk" ]; then
  echo "Ontodraft needs a JDK 25 and found none: install one, for example Temurin 25 from" \
    "https://adoptium.net, under /usr/lib/jvm or set JAVA_HOME to its folder." >&2
  exit 1
fi
echo "$jdk"
