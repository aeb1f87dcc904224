package org.ontodraft.model.pattern;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Estimates how many instructions RE2 makes of a pattern, with its repetitions written out. The
 * estimate may be too high; it is too low only by a small factor.
 */
final class PatternSize {
  private static final long HUGE = 1_000_000_000;

  /** A Unicode class is one instruction with a long table. */
  private static final int UNICODE_CLASS = 20;

  private final String regex;
  private final Deque<Long> outer = new ArrayDeque<>();
  private int at;
  private long sum;
  private long last;

  private PatternSize(String regex) {
    this.regex = regex;
  }

  static long of(String regex) {
    PatternSize size = new PatternSize(regex);
    while (size.at < regex.length() && size.sum < HUGE) {
      size.step();
    }
    return size.sum + size.outer.stream().mapToLong(Long::longValue).sum();
  }

  private void step() {
    char c = regex.charAt(at++);
    switch (c) {
      case '{' -> repeat();
      case '(' -> {
        outer.push(sum);
        sum = 0;
        last = 0;
      }
      case ')' -> {
        last = sum + 2;
        sum = last + (outer.isEmpty() ? 0 : outer.pop());
      }
      case '[' -> atom(1 + skipClass());
      case '\\' -> escape();
      default -> atom(1);
    }
  }

  private void atom(long size) {
    last = size;
    sum += size;
  }

  private void escape() {
    if (at == regex.length()) {
      return;
    }
    char c = regex.charAt(at++);
    if (c == 'Q') {
      int end = regex.indexOf("\\E", at);
      int stop = end < 0 ? regex.length() : end;
      sum += stop - at;
      at = end < 0 ? stop : stop + 2;
      last = 1;
    } else {
      atom(c == 'p' || c == 'P' ? UNICODE_CLASS : 1);
    }
  }

  /** Goes behind a class; a bracket that comes first in it stands for itself. */
  private long skipClass() {
    int start = at;
    long unicode = 0;
    if (at < regex.length() && regex.charAt(at) == '^') {
      at++;
    }
    for (boolean first = true; at < regex.length(); first = false) {
      char c = regex.charAt(at++);
      if (c == ']' && !first) {
        break;
      }
      if (c == '\\') {
        at++;
        unicode += UNICODE_CLASS;
      } else if (c == '[' && at < regex.length() && regex.charAt(at) == ':') {
        int end = regex.indexOf(":]", at);
        at = end < 0 ? at : end + 2;
      }
    }
    at = Math.min(at, regex.length());
    return unicode + (at - start) / 8;
  }

  private void repeat() {
    int end = regex.indexOf('}', at);
    String counts = end < 0 ? "" : regex.substring(at, end);
    if (!counts.matches("\\d{1,9}(,\\d{0,9})?")) {
      atom(1);
      return;
    }
    at = end + 1;
    long times = 1;
    for (String count : counts.split(",")) {
      times = Math.max(times, Long.parseLong(count));
    }
    sum = Math.min(HUGE, sum + last * (times - 1));
    last = Math.min(HUGE, last * times);
  }
}
