package org.ontodraft.model.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.model.diff.Alignment.Block;

class AlignmentTest {
  /** Stretches that differ are written {@code <left|right>}. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "abc, abc, abc",
        "abc, axc, a<b|x>c",
        "abc, bc, <a|>bc",
        "abc, abcd, abc<|d>",
        "abc, xyz, <abc|xyz>",
        "abcd, acbd, a<b|>c<|b>d",
        "aab, ab, a<a|>b",
        "abcabc, abc, abc<abc|>",
        "xaxbx, xbxax, x<ax|>b<|xa>x",
        "-, abc, <|abc>",
        "abc, -, <abc|>"
      })
  void cutsIntoStretches(String left, String right, String expected) {
    List<Integer> a = letters(left);
    List<Integer> b = letters(right);
    String actual =
        Alignment.of(a, b).blocks().stream()
            .map(block -> {
              String was = text(a.subList(block.leftStart(), block.leftEnd()));
              String is = text(b.subList(block.rightStart(), block.rightEnd()));
              return block.same() ? was : "<" + was + "|" + is + ">";
            })
            .collect(Collectors.joining());
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void isACommonSubsequence() {
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      List<Integer> left = items(random, random.nextInt(40), 1 + random.nextInt(12));
      List<Integer> right = items(random, random.nextInt(40), 1 + random.nextInt(12));
      check(left, right, seed);
    }
  }

  @Test
  void isALongestOneWithoutRepetitions() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      List<Integer> left = distinct(random, random.nextInt(30));
      List<Integer> right = distinct(random, random.nextInt(30));
      assertThat(Alignment.of(left, right).matches())
          .as("seed %d", seed)
          .isEqualTo(longest(left, right));
    }
  }

  @Test
  void copesWithLongRepetitiveSequences() {
    Random random = new Random(5);
    List<Integer> left = items(random, 20_000, 3);
    List<Integer> right = new ArrayList<>(left);
    Collections.rotate(right, 700);
    check(left, right, 5);
  }

  /** Comparisons are counted, not timed: ten times the items may not cost twenty times as many. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"shuffled", "rotated", "reversed", "every third gone"})
  void needsNearlyAsManyComparisonsAsItems(String change) {
    long thousand = comparisons(1_000, change);
    long tenThousand = comparisons(10_000, change);
    assertThat(tenThousand).isLessThan(20 * Math.max(thousand, 1_000));
  }

  private static long comparisons(int size, String change) {
    AtomicLong count = new AtomicLong();
    List<Counted> left = IntStream.range(0, size).mapToObj(i -> new Counted(i, count)).toList();
    List<Counted> right = new ArrayList<>(left);
    switch (change) {
      case "shuffled" -> Collections.shuffle(right, new Random(3));
      case "rotated" -> Collections.rotate(right, size / 3);
      case "reversed" -> Collections.reverse(right);
      default -> right.removeIf(item -> item.number() % 3 == 0);
    }
    Alignment.of(left, right).blocks();
    return count.get();
  }

  private record Counted(int number, AtomicLong count) {
    @Override
    public boolean equals(@Nullable Object other) {
      count.incrementAndGet();
      return other instanceof Counted counted && counted.number == number;
    }

    @Override
    public int hashCode() {
      return number;
    }
  }

  private static void check(List<Integer> left, List<Integer> right, long seed) {
    Alignment alignment = Alignment.of(left, right);
    int previous = -1;
    int matches = 0;
    for (int i = 0; i < left.size(); i++) {
      int partner = alignment.partner(i);
      if (partner >= 0) {
        assertThat(right.get(partner)).as("seed %d", seed).isEqualTo(left.get(i));
        assertThat(partner).as("seed %d", seed).isGreaterThan(previous);
        previous = partner;
        matches++;
      }
    }
    assertThat(alignment.matches()).isEqualTo(matches);
    int leftEnd = 0;
    int rightEnd = 0;
    for (Block block : alignment.blocks()) {
      assertThat(block.leftStart()).as("seed %d", seed).isEqualTo(leftEnd);
      assertThat(block.rightStart()).as("seed %d", seed).isEqualTo(rightEnd);
      leftEnd = block.leftEnd();
      rightEnd = block.rightEnd();
      if (block.same()) {
        assertThat(left.subList(block.leftStart(), leftEnd))
            .isEqualTo(right.subList(block.rightStart(), rightEnd));
      }
    }
    assertThat(leftEnd).isEqualTo(left.size());
    assertThat(rightEnd).isEqualTo(right.size());
  }

  private static int longest(List<Integer> left, List<Integer> right) {
    int[][] table = new int[left.size() + 1][right.size() + 1];
    for (int i = 1; i <= left.size(); i++) {
      for (int j = 1; j <= right.size(); j++) {
        table[i][j] =
            left.get(i - 1).equals(right.get(j - 1))
                ? table[i - 1][j - 1] + 1
                : Math.max(table[i - 1][j], table[i][j - 1]);
      }
    }
    return table[left.size()][right.size()];
  }

  private static List<Integer> items(Random random, int size, int kinds) {
    return IntStream.range(0, size).mapToObj(i -> random.nextInt(kinds)).toList();
  }

  private static List<Integer> distinct(Random random, int size) {
    List<Integer> items = new ArrayList<>(new HashSet<>(items(random, size, 40)));
    Collections.shuffle(items, random);
    return items;
  }

  private static List<Integer> letters(String text) {
    return text == null ? List.of() : text.chars().boxed().toList();
  }

  private static String text(List<Integer> letters) {
    return letters.stream().map(Character::toString).collect(Collectors.joining());
  }
}
