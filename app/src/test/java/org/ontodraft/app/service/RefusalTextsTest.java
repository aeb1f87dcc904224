package org.ontodraft.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each code that a use case refuses with has its words, and no words are left without a code. */
class RefusalTextsTest {
  private static final Path SOURCES = Path.of("src", "main", "java", "org", "ontodraft", "app");
  private static final Path BUNDLE =
      Path.of("src", "main", "resources", "org", "ontodraft", "app", "ui", "texts.properties");

  /** A code in a string of its own; codes inside log sentences have words beside them. */
  private static final Pattern CODE = Pattern.compile("\"([A-Z]+-\\d\\d)\"");

  static SortedSet<String> codes() throws IOException {
    SortedSet<String> codes = new TreeSet<>();
    for (String folder : new String[] {"service", "bootstrap", "cli", "ui"}) {
      try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          Matcher matcher = CODE.matcher(Files.readString(file));
          while (matcher.find()) {
            codes.add(matcher.group(1));
          }
        }
      }
    }
    return codes;
  }

  private static Properties bundle() throws IOException {
    Properties bundle = new Properties();
    try (var reader = Files.newBufferedReader(BUNDLE)) {
      bundle.load(reader);
    }
    return bundle;
  }

  @ParameterizedTest
  @MethodSource("codes")
  void says_what_where_and_what_next(String code) throws IOException {
    Properties texts = bundle();
    if (texts.containsKey("notice." + code + ".title")) {
      assertThat(texts.getProperty("notice." + code + ".text")).as("text").isNotBlank();
      return; // what was put right asks for nothing
    }
    assertThat(texts.getProperty("refusal." + code + ".title")).as("title").isNotBlank();
    assertThat(texts.getProperty("refusal." + code + ".text")).as("text").isNotBlank();
    if (!code.equals("GIT-05")) {
      assertThat(texts.getProperty("refusal." + code + ".next")).as("next").isNotBlank();
    }
  }

  @Test
  void no_words_without_a_code() throws IOException {
    SortedSet<String> inBundle = new TreeSet<>();
    for (String key : bundle().stringPropertyNames()) {
      Matcher matcher = Pattern.compile("refusal\\.([A-Z]+-\\d\\d)\\..*").matcher(key);
      if (matcher.matches()) {
        inBundle.add(matcher.group(1));
      }
    }
    assertThat(codes()).containsAll(inBundle);
  }
}
