package org.ontodraft.app.service.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.diff.FieldChange.Line;
import org.ontodraft.model.diff.FieldChange.Side;

class LineDiffTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "L01 same,              'a\nb\n',   'a\nb\n',     ' a| b'",
    "L02 both empty,        '',         '',           ''",
    "L03 new file,          '',         'a\nb\n',     '+a|+b'",
    "L04 deleted file,      'a\nb\n',   '',           '-a|-b'",
    "L05 replaced line,     'a\nb\nc\n','a\nx\nc\n',  ' a|-b|+x| c'",
    "L06 end of line added, 'a\nb',     'a\nb\n',     ' a|-b|+b'",
    "L07 nothing in common, 'a\nb\n',   'x\ny\n',     '-a|-b|+x|+y'",
    "L08 moved line,        'a\nb\nc\n','b\nc\na\n',  '-a| b| c|+a'",
    "L09 blank lines,       '\n\n',     '\n',         ' |-'"
  })
  void alignsLines(String row, String base, String mine, String expected) {
    String shown =
        LineDiff.between(base, mine).lines().stream()
            .map(line -> mark(line) + line.text())
            .collect(Collectors.joining("|"));
    assertThat(shown).as(row).isEqualTo(expected);
  }

  private static String mark(Line line) {
    return switch (line.side()) {
      case BOTH -> " ";
      case BASE_ONLY -> "-";
      case MINE_ONLY -> "+";
    };
  }

  /** Many pairs of files at once, with lines that repeat as braces do in JSON. */
  @Test
  void countsAsGitDoes(@TempDir Path folder) throws Exception {
    Path before = Files.createDirectories(folder.resolve("before"));
    Path after = Files.createDirectories(folder.resolve("after"));
    List<String> expected = new ArrayList<>();
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      List<String> lines = randomLines(random, 5 + random.nextInt(200));
      String base = text(lines, random);
      edit(lines, random);
      String mine = text(lines, random);
      Files.writeString(before.resolve(seed + ".json"), base);
      Files.writeString(after.resolve(seed + ".json"), mine);
      LineDiff diff = LineDiff.between(base, mine);
      if (!base.equals(mine)) {
        expected.add(
            diff.added() + "\t" + diff.removed() + "\t{before => after}/" + seed + ".json");
      }
      assertThat(side(diff, Side.BASE_ONLY)).as("seed %s", seed).isEqualTo(base.lines().toList());
      assertThat(side(diff, Side.MINE_ONLY)).as("seed %s", seed).isEqualTo(mine.lines().toList());
    }
    Process git =
        new ProcessBuilder(
                "git", "diff", "--no-index", "--no-renames", "--numstat", "before", "after")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    List<String> counted =
        new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertThat(git.waitFor()).isEqualTo(1);
    assertThat(counted).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<String> side(LineDiff diff, Side side) {
    return diff.lines().stream()
        .filter(line -> line.side() == Side.BOTH || line.side() == side)
        .map(Line::text)
        .toList();
  }

  private static List<String> randomLines(Random random, int count) {
    List<String> lines = new ArrayList<>();
    int words = List.of(4, 30, 1000).get(random.nextInt(3));
    for (int i = 0; i < count; i++) {
      lines.add(randomLine(random, words));
    }
    return lines;
  }

  private static String randomLine(Random random, int words) {
    return switch (random.nextInt(4)) {
      case 0 -> "  },";
      case 1 -> "  {";
      default -> "    \"Has_" + random.nextInt(words) + "\",";
    };
  }

  private static void edit(List<String> lines, Random random) {
    int edits = 1 + random.nextInt(1 + lines.size() / 3);
    for (int i = 0; i < edits; i++) {
      int at = random.nextInt(lines.size());
      switch (random.nextInt(3)) {
        case 0 -> lines.set(at, randomLine(random, 1000));
        case 1 -> lines.add(at, randomLine(random, 30));
        default -> {
          if (lines.size() > 1) {
            lines.remove(at);
          }
        }
      }
    }
  }

  private static String text(List<String> lines, Random random) {
    return String.join("\n", lines) + (random.nextInt(5) == 0 ? "" : "\n");
  }
}
