package org.ontodraft.model.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.testing.Snapshots.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.testing.Snapshots;

/** What wikis push: golden files, and each thing that can be wrong with one. */
class WikiPushTest {
  private static final Ontology BASE =
      Snapshots.of(
          "category:Plant {\"label\":\"Plant\"}",
          "category:Moss {\"label\":\"Moss\",\"parents\":[\"Plant\"]}",
          "property:Has_name {\"label\":\"Name\",\"datatype\":\"Text\"}",
          "template:Card",
          "module:Core",
          "module:Garden");

  private static byte[] golden(String name) throws IOException {
    try (var file = Objects.requireNonNull(WikiPushTest.class.getResourceAsStream(name))) {
      return file.readAllBytes();
    }
  }

  private static WikiPushReading read(String json) {
    return WikiPushCodec.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> lines(List<DraftFileProblem> problems) {
    return problems.stream()
        .map(p -> (p.at() + " " + p.code() + " " + String.join(", ", p.arguments())).strip())
        .toList();
  }

  @Test
  void aGoodPushIsWholeDraft() throws IOException {
    WikiPushReading reading = WikiPushCodec.read(golden("push-good.json"));
    WikiPush push = reading.push().orElseThrow();
    assertThat(push.title()).isEqualTo("MediaWiki import: Herbs, and what they are made of");
    assertThat(push.user()).isEqualTo("Ann");
    assertThat(push.offered()).isEqualTo(3);

    WikiPushCheck.Checked checked = WikiPushCheck.check(reading, BASE);
    assertThat(checked.problems()).isEmpty();
    assertThat(checked.changes())
        .containsExactly(
            new DraftChange.Create(
                key("category:Herb"),
                FullDraft.document("{'id': 'Herb', 'label': 'Herb', 'parents': ['Plant']}")),
            new DraftChange.Delete(key("category:Moss"), BASE.file(key("category:Moss"))),
            new DraftChange.Update(
                key("property:Has_name"),
                BASE.file(key("property:Has_name")),
                org.ontodraft.model.patch.JsonPatch.parse(
                    "[{\"op\":\"replace\",\"path\":\"/label\",\"value\":\"Full name\"}]")));
  }

  @Test
  void everyBadChangeIsToldAndTheGoodOnesAreFound() throws IOException {
    WikiPushCheck.Checked checked =
        WikiPushCheck.check(WikiPushCodec.read(golden("push-mixed.json")), BASE);
    assertThat(lines(checked.problems()))
        .containsExactlyElementsOf(
            new String(golden("push-mixed.txt"), StandardCharsets.UTF_8).lines().toList());
    assertThat(checked.changes())
        .containsExactly(new DraftChange.Delete(key("module:Core"), BASE.file(key("module:Core"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | NOT_A_DRAFT",
        "[] | NOT_A_DRAFT",
        "{'changes': 1} | NOT_A_DRAFT",
        "{'source':'s','wiki_url':'w','user':'u','comment':'c','changes':[]} | /changes MISSING a change",
        "{'wiki_url':'w','user':1,'comment':'c','changes':[{}]} | MISSING source",
        "{'source':'s' | MALFORMED",
        "{'source':'s','source':'t','changes':[]} | MALFORMED"
      })
  void aPushThatIsNoneGivesNothing(String json, String first) {
    WikiPushReading reading = read(json);
    assertThat(reading.push().map(WikiPush::changes).orElse(List.of())).isEmpty();
    assertThat(lines(reading.problems()).getFirst()).startsWith(first);
    assertThat(WikiPushCheck.check(reading, BASE).changes()).isEmpty();
  }

  @Test
  void aLongCommentIsCutBetweenCharacters() {
    WikiPush push = new WikiPush("s", "w", "u", "\uD83C\uDF31".repeat(101), List.of(), 0);
    assertThat(push.title()).isEqualTo("MediaWiki import: " + "\uD83C\uDF31".repeat(100));
  }
}
