package org.ontodraft.app.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.validation.Severity;

class TextsTest {
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Path BUNDLE =
      Path.of("src", "main", "resources", "org", "ontodraft", "app", "ui", "texts.properties");

  /** A text asked for by a literal key; keys that are put together are tested by their owners. */
  private static final Pattern LITERAL =
      Pattern.compile("(?i)\\btexts\\s*\\.\\s*get\\(\\s*\"([^\"]+)\"\\s*[,)]");

  private final Texts texts = Texts.load();

  @Test
  void everyKeyInTheSourcesIsInTheBundle() throws IOException {
    List<String> missing = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher matcher = LITERAL.matcher(Files.readString(file));
        while (matcher.find()) {
          if (texts.find(matcher.group(1)).isEmpty()) {
            missing.add(matcher.group(1) + " = ...   # used in " + file.getFileName());
          }
        }
      }
    }
    assertThat(missing).as("add to texts.properties").isEmpty();
  }

  @Test
  void noKeyIsDefinedTwice() throws IOException {
    List<String> keys =
        Files.readAllLines(BUNDLE).stream()
            .filter(line -> line.matches("[\\w.-]+ *=.*"))
            .map(line -> line.substring(0, line.indexOf('=')).strip())
            .toList();
    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void textsHoldNoStraightApostrophe() throws IOException {
    // MessageFormat takes it for a quote and drops what follows.
    assertThat(Files.readAllLines(BUNDLE)).noneMatch(line -> line.contains("'"));
  }

  @Test
  void everyTypeStatusAndSeverityHasItsWord() {
    for (EntityType type : EntityType.values()) {
      assertThat(texts.type(type)).isNotBlank();
      assertThat(texts.types(type)).isNotBlank();
    }
    for (EntityStatus status : EntityStatus.values()) {
      assertThat(texts.status(status)).isNotBlank();
    }
    for (Severity severity : Severity.values()) {
      assertThat(texts.severity(severity)).isNotBlank();
    }
  }

  @Test
  void argumentsAreFilledIn() {
    assertThat(texts.get("progress.count", 1200, 3000)).isEqualTo("1,200 of 3,000");
  }
}
