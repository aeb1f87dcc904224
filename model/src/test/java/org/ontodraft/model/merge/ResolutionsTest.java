package org.ontodraft.model.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.testing.Snapshots.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.testing.CasesDocument;
import org.ontodraft.model.testing.RandomEntity;
import org.ontodraft.model.testing.RandomJson;
import tools.jackson.databind.JsonNode;

/** What the curator's choices make of fields and entities, row by row of docs/merge-rules.md. */
class ResolutionsTest {
  private static final Path RULES = Path.of("../docs/merge-rules.md");

  static Stream<Arguments> fields() {
    return CasesDocument.rows(RULES, "Choices for a field").stream()
        .map(cells -> Arguments.of(cells.get(0) + " " + cells.get(1), cells.subList(2, 8)));
  }

  /** Entity and field, the three values, the choice, and the value or why there is none. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("fields")
  void makesOfAFieldWhatTheTableSays(String row, List<String> cells) {
    String place = cells.get(0);
    EntityKey key = EntityKey.of(type(place), "K");
    String field = place.substring(place.indexOf(' ') + 1);
    EntitySides sides =
        new EntitySides(
            key,
            side(key, field, cells, 1),
            side(key, field, cells, 2),
            side(key, field, cells, 3));
    FieldDecision decision = sides.decision(field, null, FieldDecision.Reason.CONFLICT);
    Offer<Optional<JsonNode>> offer =
        FieldChoices.offer(decision, Choice.of(Choice.Kind.valueOf(cells.get(4))));
    switch (offer) {
      case Offer.Unavailable<Optional<JsonNode>>(var why) ->
          assertThat(why.name()).isEqualTo(cells.get(5));
      case Offer.Available<Optional<JsonNode>>(var value) ->
          assertThat(value.map(Object::toString).orElse("-"))
              .isEqualTo(cells.get(5).replace('\'', '"'));
    }
  }

  private static EntityType type(String place) {
    return EntityType.ofId(place.substring(0, place.indexOf(' '))).orElseThrow();
  }

  private static EntityDocument side(EntityKey key, String field, List<String> cells, int cell) {
    String value = cells.get(cell);
    return document(key, value.equals("-") ? "{}" : "{'" + field + "':" + value + "}");
  }

  static Stream<Arguments> entities() {
    return CasesDocument.rows(RULES, "Choices for an entity").stream()
        .map(cells -> Arguments.of(cells.get(0) + " " + cells.get(1), cells.subList(2, 7)));
  }

  /** The three documents, the choice, and the document or why there is none. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("entities")
  void makesOfAnEntityWhatTheTableSays(String row, List<String> cells) {
    EntityKey key = EntityKey.of(EntityType.CATEGORY, "K");
    EntityMerge merge =
        ThreeWayMerge.merge(
            key, whole(key, cells.get(0)), whole(key, cells.get(1)), whole(key, cells.get(2)));
    Choice.Kind kind = Choice.Kind.valueOf(cells.get(3));
    Choice choice =
        kind == Choice.Kind.RECREATE
            ? new Choice.Recreate(EntityKey.of(EntityType.CATEGORY, "Other"))
            : Choice.of(kind);
    switch (EntityChoices.offer(merge, choice)) {
      case Offer.Unavailable<Optional<EntityDocument>>(var why) ->
          assertThat(why.name()).isEqualTo(cells.get(4));
      case Offer.Available<Optional<EntityDocument>>(var value) ->
          assertThat(value.orElse(null)).isEqualTo(whole(key, cells.get(4)));
    }
  }

  private static @Nullable EntityDocument whole(EntityKey key, String members) {
    return members.equals("-") ? null : document(key, "{" + members + "}");
  }

  @Test
  void replacesAnAutomaticDecision() {
    EntityKey key = EntityKey.of(EntityType.CATEGORY, "K");
    EntityMerge merge =
        ThreeWayMerge.merge(
            key,
            document(key, "{'label':'X','description':'D'}"),
            document(key, "{'label':'X','description':'D'}"),
            document(key, "{'label':'Y','description':'D'}"));
    assertThat(merge.decisions().getFirst().reason())
        .isEqualTo(FieldDecision.Reason.CANONICAL_ONLY);
    Resolution back =
        new Resolution(
            new Place(key, "label"), merge.sides().inputs("label"), Choice.of(Choice.Kind.BASE));
    List<RefusedResolution> refused = new ArrayList<>();
    EntityMerge resolved = Resolutions.apply(merge, List.of(back), refused::add);
    assertThat(refused).isEmpty();
    assertThat(resolved.result()).isEqualTo(document(key, "{'label':'X','description':'D'}"));
    assertThat(resolved.decisions().getFirst().reason()).isEqualTo(FieldDecision.Reason.CHOSEN);
  }

  @Test
  void refusesByName() {
    EntityKey key = EntityKey.of(EntityType.CATEGORY, "K");
    EntityMerge merge =
        ThreeWayMerge.merge(
            key,
            document(key, "{'label':'X','parents':['a']}"),
            document(key, "{'label':'Y','parents':['a']}"),
            document(key, "{'label':'Z','parents':['a']}"));
    EntitySides other = new EntitySides(key, null, null, document(key, "{'label':'Z'}"));
    Place label = new Place(key, "label");
    assertThat(refusal(merge, new Resolution(label, other.inputs("label"), mine())))
        .isEqualTo(RefusedResolution.Reason.INPUTS_CHANGED);
    assertThat(refusal(merge, resolution(merge, "label", Choice.of(Choice.Kind.UNION))))
        .isEqualTo(RefusedResolution.Reason.NOT_APPLICABLE);
    assertThat(refusal(merge, resolution(merge, "datatype", mine())))
        .isEqualTo(RefusedResolution.Reason.NOTHING_THERE);
    assertThat(refusal(merge, resolution(merge, "id", mine())))
        .isEqualTo(RefusedResolution.Reason.NOT_APPLICABLE);
    EntityMerge gone =
        ThreeWayMerge.merge(key, merge.sides().base(), null, merge.sides().canonical());
    assertThat(refusal(gone, resolution(gone, "label", mine())))
        .isEqualTo(RefusedResolution.Reason.ENTITY_GONE);
  }

  private static Choice mine() {
    return Choice.of(Choice.Kind.MINE);
  }

  private static Resolution resolution(EntityMerge merge, String field, Choice choice) {
    return new Resolution(new Place(merge.key(), field), merge.sides().inputs(field), choice);
  }

  private static RefusedResolution.Reason refusal(EntityMerge merge, Resolution resolution) {
    List<RefusedResolution> refused = new ArrayList<>();
    EntityMerge same = Resolutions.apply(merge, List.of(resolution), refused::add);
    assertThat(same).isEqualTo(merge);
    assertThat(refused).extracting(RefusedResolution::resolution).containsExactly(resolution);
    return refused.getFirst().reason();
  }

  /** Only what means something counts: a decision survives another order of a set's items. */
  @Test
  void theOrderOfASetIsNoInput() {
    EntityKey key = EntityKey.of(EntityType.CATEGORY, "K");
    EntityDocument base = document(key, "{'parents':['a','b'],'x':[1,2]}");
    EntityDocument reordered = document(key, "{'parents':['b','a'],'x':[2,1]}");
    EntitySides one = new EntitySides(key, base, base, base);
    EntitySides other = new EntitySides(key, base, base, reordered);
    assertThat(one.inputs("parents")).isEqualTo(other.inputs("parents"));
    assertThat(one.inputs("x")).isNotEqualTo(other.inputs("x"));
    assertThat(one.inputs("label")).isNotEqualTo(one.inputs("parents"));
  }

  @Test
  void aResolutionReadsAsItWasWritten() {
    Random random = new Random(5);
    for (int round = 0; round < 2_000; round++) {
      EntityType type = EntityType.values()[random.nextInt(EntityType.values().length)];
      RandomEntity entities = new RandomEntity(random, type);
      EntityKey key = EntityKey.of(type, "Key" + round);
      EntityDocument base = entities.document();
      EntitySides sides = new EntitySides(key, base, entities.changed(base), null);
      String field = random.nextInt(4) == 0 ? "" : "f/~\"" + round;
      Resolution resolution =
          new Resolution(new Place(key, field), sides.inputs(field), choice(random, key));
      assertThat(ResolutionCodec.read(ResolutionCodec.write(resolution))).contains(resolution);
    }
  }

  private static Choice choice(Random random, EntityKey key) {
    Choice.Kind kind = Choice.Kind.values()[random.nextInt(Choice.Kind.values().length)];
    return switch (kind) {
      case CUSTOM -> new Choice.Custom(new RandomJson(random).object());
      case RECREATE -> new Choice.Recreate(EntityKey.of(key.type(), key.key() + "_2"));
      default -> Choice.of(kind);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{}",
        "{'key':'category:K','field':'','inputs':'00','choice':'MINE'}",
        "{'key':'nothing:K','field':'','inputs':'HASH','choice':'MINE'}",
        "{'key':'category:K','field':'','inputs':'HASH','choice':'THEIRS'}",
        "{'key':'category:K','field':'','inputs':'HASH','choice':'CUSTOM'}",
        "{'key':'category:K','field':'','inputs':'HASH','choice':'RECREATE','under':'K'}",
        "{'key':'category:K','inputs':'HASH','choice':'MINE'}",
        "{'key':'category:K','field':1,'inputs':'HASH','choice':'MINE'}"
      })
  void whatIsNoResolutionIsNotRead(String text) {
    assertThat(ResolutionCodec.read(text.replace('\'', '"').replace("HASH", "0".repeat(64))))
        .isEmpty();
  }
}
