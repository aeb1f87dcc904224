package org.ontodraft.model.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text as it is searched: in words, without case, accents or width. A name in camel case or with
 * digits is its parts and the whole; writing without spaces between words is its characters.
 */
public final class SearchWords {
  /** Longer words are cut, for people do not type them and indexes do not take them. */
  static final int MAX_WORD = 100;

  private SearchWords() {}

  /**
   * A word of a text.
   *
   * @param text the word, folded
   * @param start where it begins in the text as it was given
   * @param end where it ends there, exclusive
   * @param whole whether it is all letters and digits up to the next other character
   */
  public record Word(String text, int start, int end, boolean whole) {}

  /** All words, in order; the parts of a word before the whole. */
  public static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (!isWordPart(point)) {
        at += Character.charCount(point);
        continue;
      }
      int end = at;
      while (end < text.length() && isWordPart(text.codePointAt(end))) {
        end += Character.charCount(text.codePointAt(end));
      }
      addRun(text, at, end, words);
      at = end;
    }
    return words;
  }

  /** The folded letters and digits of a text, one after another. */
  public static String compact(String text) {
    StringBuilder compact = new StringBuilder(text.length());
    fold(text).codePoints().filter(SearchWords::isWordPart).forEach(compact::appendCodePoint);
    return compact.toString();
  }

  private static void addRun(String text, int start, int end, List<Word> words) {
    int part = start;
    int before = 0;
    boolean split = false;
    for (int i = start; i < end; ) {
      int point = text.codePointAt(i);
      int next = i + Character.charCount(point);
      if (i > part && divides(before, point, next < end ? text.codePointAt(next) : 0)) {
        add(text, part, i, false, words);
        part = i;
        split = true;
      }
      if (!isMark(point)) {
        before = point;
      }
      i = next;
    }
    add(text, part, end, !split, words);
    if (split && !isSpaceless(text.codePointAt(start))) {
      add(text, start, end, true, words);
    }
  }

  private static void add(String text, int start, int end, boolean whole, List<Word> words) {
    String folded = fold(text.substring(start, end));
    if (!folded.isEmpty()) {
      words.add(
          new Word(folded.substring(0, Math.min(MAX_WORD, folded.length())), start, end, whole));
    }
  }

  /** Whether a part ends before this character. */
  private static boolean divides(int before, int point, int after) {
    if (isMark(point)) {
      return false;
    }
    if (isSpaceless(before) || isSpaceless(point)) {
      return true;
    }
    if (Character.isDigit(before) != Character.isDigit(point)) {
      return true;
    }
    return Character.isUpperCase(point)
        && (Character.isLowerCase(before) || Character.isLowerCase(after));
  }

  private static boolean isWordPart(int point) {
    return Character.isLetterOrDigit(point) || isMark(point);
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Scripts that are written without spaces between words. */
  private static boolean isSpaceless(int point) {
    if (point < 0x0E00) {
      return false;
    }
    return switch (Character.UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, BOPOMOFO, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  /** Without case, accents and width. */
  static String fold(String text) {
    if (isPlain(text)) {
      return text;
    }
    String parts = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder kept = new StringBuilder(parts.length());
    parts
        .codePoints()
        .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
        .forEach(kept::appendCodePoint);
    // Upper case first: it makes one of letters that lower case keeps apart, as of the sharp s.
    String folded = kept.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFKC);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128 || c >= 'A' && c <= 'Z') {
        return false;
      }
    }
    return true;
  }
}
