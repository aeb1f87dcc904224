package org.ontodraft.app.service.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlobTextsTest {
  private final List<String> read = new ArrayList<>();

  private String ask(BlobTexts texts, String blob, int length) {
    return texts.text(
        blob,
        id -> {
          read.add(id);
          return id.repeat(length);
        });
  }

  @Test
  void whatWasReadIsNotReadAgain() {
    BlobTexts texts = new BlobTexts(10_000);

    assertThat(ask(texts, "a", 3)).isEqualTo("aaa");
    assertThat(ask(texts, "a", 3)).isEqualTo("aaa");

    assertThat(read).containsExactly("a");
  }

  @Test
  void theLeastRecentlyAskedForGoFirst() {
    BlobTexts texts = new BlobTexts(2_600);
    ask(texts, "a", 500);
    ask(texts, "b", 500);
    ask(texts, "a", 500);
    ask(texts, "c", 500);

    ask(texts, "a", 500);
    ask(texts, "b", 500);

    assertThat(read).containsExactly("a", "b", "c", "b");
  }

  @Test
  void itNeverTakesMoreThanItMay() {
    BlobTexts texts = new BlobTexts(50_000);
    Random random = new Random(5);
    for (int i = 0; i < 5_000; i++) {
      ask(texts, String.valueOf((char) ('A' + random.nextInt(60))), random.nextInt(4_000));
      assertThat(texts.bytes()).isBetween(0L, 50_000L);
    }
    assertThat(texts.bytes()).isGreaterThan(30_000);
  }

  @Test
  void whatIsLargerThanAllOfItIsNotKept() {
    BlobTexts texts = new BlobTexts(10_000);
    ask(texts, "small", 1);

    ask(texts, "large", 5_000);

    assertThat(texts.bytes()).isLessThan(1_000);
    ask(texts, "small", 1);
    assertThat(read).containsExactly("small", "large");
  }
}
