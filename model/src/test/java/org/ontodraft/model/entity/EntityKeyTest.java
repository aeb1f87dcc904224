package org.ontodraft.model.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.model.entity.EntityKey.KeyProblem;

class EntityKeyTest {
  static Stream<Arguments> names() {
    return Stream.of(
        good("K01 word", "Person"),
        good("K02 letters of any script", "日本_é"),
        good("K03 spaces inside", "Funding Program"),
        good("K04 digits and dots", "v1.2-beta"),
        good("K05 symbols that are safe", "a~b!$&'()+,;=@[]^`{}"),
        good("K06 emoji", "😀"),
        good("K07 begins like a reserved name", "console"),
        good("K08 240 bytes", "a".repeat(240)),
        bad("K20 nothing", "", KeyProblem.EMPTY),
        bad("K21 only a space", " ", KeyProblem.CHARACTER),
        bad("K22 space at the end", "a ", KeyProblem.CHARACTER),
        bad("K23 ideographic space at the start", "\u3000a", KeyProblem.CHARACTER),
        bad("K24 dot", ".", KeyProblem.RESERVED_NAME),
        bad("K25 parent", "..", KeyProblem.RESERVED_NAME),
        bad("K26 hidden", ".a", KeyProblem.RESERVED_NAME),
        bad("K27 dot at the end", "a.", KeyProblem.RESERVED_NAME),
        bad("K28 device", "con", KeyProblem.RESERVED_NAME),
        bad("K29 device in capitals", "LPT1", KeyProblem.RESERVED_NAME),
        bad("K30 device with an extension", "Aux.v2", KeyProblem.RESERVED_NAME),
        bad("K31 git's folder", ".git", KeyProblem.RESERVED_NAME),
        bad("K32 git's folder by its short name", "GIT~1", KeyProblem.RESERVED_NAME),
        bad("K33 colon", "a:b", KeyProblem.CHARACTER),
        bad("K34 backslash", "a\\b", KeyProblem.CHARACTER),
        bad("K35 question mark", "a?", KeyProblem.CHARACTER),
        bad("K36 line end", "a\nb", KeyProblem.CHARACTER),
        bad("K37 nul", "a\0b", KeyProblem.CHARACTER),
        bad("K38 direction override", "a\u202eb", KeyProblem.CHARACTER),
        bad("K39 zero width joiner", "a\u200db", KeyProblem.CHARACTER),
        bad("K40 half a surrogate pair", "a\ud83d", KeyProblem.CHARACTER),
        bad("K41 line separator", "a\u2028b", KeyProblem.CHARACTER),
        bad("K42 nested", "a/b", KeyProblem.NESTED),
        bad("K43 241 bytes", "a".repeat(241), KeyProblem.TOO_LONG),
        bad("K44 241 bytes in fewer characters", "é".repeat(121), KeyProblem.TOO_LONG));
  }

  private static Arguments good(String row, String name) {
    return Arguments.of(row, name, Optional.empty());
  }

  private static Arguments bad(String row, String name, KeyProblem problem) {
    return Arguments.of(row, name, Optional.of(problem));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void nameMayOrMayNotBeAKey(String row, String name, Optional<KeyProblem> problem) {
    assertThat(EntityKey.problemWith(EntityType.CATEGORY, name)).isEqualTo(problem);
    if (problem.isPresent()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> EntityKey.of(EntityType.CATEGORY, name));
      assertThat(EntityKey.parse("category:" + name)).isEmpty();
    } else {
      EntityKey key = EntityKey.of(EntityType.CATEGORY, name);
      assertThat(EntityKey.parse(key.toString())).contains(key);
    }
  }

  @Test
  void onlyTemplatesAndResourcesMayBeNested() {
    for (EntityType type : EntityType.values()) {
      boolean nested = type == EntityType.TEMPLATE || type == EntityType.RESOURCE;
      assertThat(EntityKey.problemWith(type, "Person/John_doe").isEmpty()).isEqualTo(nested);
    }
    assertThat(EntityKey.problemWith(EntityType.RESOURCE, "a//b")).contains(KeyProblem.EMPTY);
    assertThat(EntityKey.problemWith(EntityType.RESOURCE, "/a")).contains(KeyProblem.EMPTY);
    assertThat(EntityKey.problemWith(EntityType.RESOURCE, "a/")).contains(KeyProblem.EMPTY);
    assertThat(EntityKey.problemWith(EntityType.RESOURCE, "a/../b"))
        .contains(KeyProblem.RESERVED_NAME);
    assertThat(EntityKey.problemWith(EntityType.RESOURCE, "a/nul"))
        .contains(KeyProblem.RESERVED_NAME);
  }

  @Test
  void aNestedKeyHasABoundOfItsOwn() {
    String folders = "a".repeat(199) + "/";
    String longest = folders.repeat(4) + "é".repeat(100);
    assertThat(EntityKey.problemWith(EntityType.RESOURCE, longest)).isEmpty();
    assertThat(EntityKey.problemWith(EntityType.RESOURCE, longest + "b"))
        .contains(KeyProblem.TOO_LONG);
  }

  @Test
  void textThatNamesNoTypeIsNoKey() {
    assertThat(EntityKey.parse("Person")).isEmpty();
    assertThat(EntityKey.parse("person:A")).isEmpty();
    assertThat(EntityKey.parse(":A")).isEmpty();
    assertThat(EntityKey.parse("resource:Person/a"))
        .contains(EntityKey.of(EntityType.RESOURCE, "Person/a"));
  }

  @Test
  void keysSortByTypeAsShownThenByKey() {
    List<EntityKey> sorted =
        List.of(
            EntityKey.of(EntityType.CATEGORY, "B"),
            EntityKey.of(EntityType.CATEGORY, "a"),
            EntityKey.of(EntityType.PROPERTY, "A"),
            EntityKey.of(EntityType.RESOURCE, "A"));
    List<EntityKey> shuffled = new ArrayList<>(sorted.reversed());

    Collections.sort(shuffled);

    assertThat(shuffled).isEqualTo(sorted);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(EntityType.class)
  void typeIsFoundByItsIdAndFolder(EntityType type) {
    assertThat(EntityType.ofId(type.id())).contains(type);
    assertThat(EntityType.ofFolder(type.folder())).contains(type);
    assertThat(EntityFields.of(type)).extracting(FieldSpec::name).doesNotHaveDuplicates();
    assertThat(EntityFields.of(type)).first().isEqualTo(FieldSpec.of("id", FieldKind.TEXT, true));
  }
}
