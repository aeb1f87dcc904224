package org.ontodraft.model.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ontodraft.model.diff.FieldChange.Detail;
import org.ontodraft.model.diff.FieldChange.Kind;
import org.ontodraft.model.diff.FieldChange.Line;
import org.ontodraft.model.diff.FieldChange.Side;
import org.ontodraft.model.diff.FieldChange.Span;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.testing.RandomEntity;
import org.ontodraft.model.testing.Snapshots;
import org.ontodraft.model.testing.TangledOntology;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What must hold of every diff, on documents and ontologies from seeds. */
class DiffLawsTest {
  private static final int SEEDS = 400;

  @ParameterizedTest
  @EnumSource
  void nothingDiffersFromItself(EntityType type) {
    forPairs(
        type,
        (seed, base, mine) ->
            assertThat(EntityDiff.between(type, base, base))
                .as("seed %d", seed)
                .allMatch(row -> row.kind() == Kind.UNCHANGED));
  }

  @ParameterizedTest
  @EnumSource
  void theRowsTurnTheBaseIntoMine(EntityType type) {
    forPairs(
        type,
        (seed, base, mine) -> {
          ObjectNode applied = base.json().deepCopy();
          for (FieldChange row : EntityDiff.between(type, base, mine)) {
            String name = row.field().name();
            JsonNode value = applied(row);
            if (value == null) {
              applied.remove(name);
            } else {
              applied.set(name, value);
            }
          }
          assertThat(asSets(type, EntityDocument.of(applied)))
              .as("seed %d", seed)
              .isEqualTo(asSets(type, mine));
        });
  }

  /** What a row makes of its base value, by what it says changed inside it. */
  private static @Nullable JsonNode applied(FieldChange row) {
    JsonNode base = row.base();
    if (row.kind() == Kind.UNCHANGED) {
      return base;
    }
    if (row.kind() == Kind.REMOVED) {
      return null;
    }
    return switch (row.detail()) {
      case Detail.Whole whole -> row.mine();
      case Detail.Words(List<Span> before, List<Span> after) -> {
        assertThat(base == null ? "" : base.stringValue()).isEqualTo(join(before));
        yield JsonNodeFactory.instance.stringNode(join(after));
      }
      case Detail.Items items -> {
        Set<JsonNode> left = new HashSet<>(base == null ? List.of() : base.values());
        for (FieldChange.Item item : items.items()) {
          JsonNode node = JsonNodeFactory.instance.stringNode(item.text());
          switch (item.side()) {
            case BASE_ONLY -> assertThat(left.remove(node)).isTrue();
            case MINE_ONLY -> assertThat(left.add(node)).isTrue();
            case BOTH -> assertThat(left).contains(node);
          }
        }
        yield list(left);
      }
      case Detail.Sequence sequence -> list(replayed(base, sequence));
      case Detail.Lines(List<Line> lines) -> {
        assertThat(lines(lines, Side.MINE_ONLY))
            .isEqualTo(base == null ? List.of() : base.stringValue().lines().toList());
        JsonNode mine = row.mine();
        assertThat(mine).isNotNull();
        assertThat(lines(lines, Side.BASE_ONLY)).isEqualTo(mine.stringValue().lines().toList());
        yield mine;
      }
      case Detail.Pages pages -> list(replayed(base, pages));
    };
  }

  private static List<JsonNode> replayed(@Nullable JsonNode base, Detail.Sequence sequence) {
    Map<Integer, JsonNode> placed = new TreeMap<>();
    int fromBase = 0;
    for (FieldChange.Entry entry : sequence.entries()) {
      switch (entry.place()) {
        case Place.Kept(int was, int is) -> {
          assertThat(base == null ? null : base.get(was)).isEqualTo(entry.value());
          placed.put(is, entry.value());
          fromBase++;
        }
        case Place.Moved(int was, int is) -> {
          assertThat(base == null ? null : base.get(was)).isEqualTo(entry.value());
          placed.put(is, entry.value());
          fromBase++;
        }
        case Place.Removed(int was) -> {
          assertThat(base == null ? null : base.get(was)).isEqualTo(entry.value());
          fromBase++;
        }
        case Place.Added(int is) -> placed.put(is, entry.value());
      }
    }
    assertThat(fromBase).isEqualTo(base == null ? 0 : base.size());
    return List.copyOf(placed.values());
  }

  private static List<JsonNode> replayed(@Nullable JsonNode base, Detail.Pages pages) {
    Map<Integer, JsonNode> placed = new TreeMap<>();
    for (FieldChange.Page page : pages.pages()) {
      String text =
          lines(page.lines(), Side.BASE_ONLY).stream()
              .map(line -> line + "\n")
              .collect(Collectors.joining());
      ObjectNode node =
          JsonNodeFactory.instance.objectNode().put("name", page.name()).put("wikitext", text);
      switch (page.place()) {
        case Place.Kept(int was, int is) -> placed.put(is, node);
        case Place.Moved(int was, int is) -> placed.put(is, node);
        case Place.Removed(int was) ->
            assertThat(base == null ? "" : base.get(was).path("name").stringValue())
                .isEqualTo(page.name());
        case Place.Added(int is) -> placed.put(is, node);
      }
    }
    return List.copyOf(placed.values());
  }

  @ParameterizedTest
  @EnumSource
  void theOtherWayRoundIsTheMirror(EntityType type) {
    forPairs(
        type,
        (seed, base, mine) -> {
          List<String> there =
              EntityDiff.between(type, base, mine).stream()
                  .map(row -> row.field().name() + mirrored(row.kind()) + row.mine() + row.base())
                  .sorted()
                  .toList();
          List<String> back =
              EntityDiff.between(type, mine, base).stream()
                  .map(row -> row.field().name() + row.kind() + row.base() + row.mine())
                  .sorted()
                  .toList();
          assertThat(back).as("seed %d", seed).isEqualTo(there);
        });
  }

  private static Kind mirrored(Kind kind) {
    return switch (kind) {
      case UNCHANGED -> Kind.UNCHANGED;
      case ADDED -> Kind.REMOVED;
      case MODIFIED -> Kind.MODIFIED;
      case REMOVED -> Kind.ADDED;
    };
  }

  @Test
  void shuffledListsAreMovesAndNothingElse() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Integer> base = new ArrayList<>(random.ints(random.nextInt(40), 0, 20).boxed().toList());
      List<Integer> mine = new ArrayList<>(base);
      Collections.shuffle(mine, random);
      assertThat(Place.align(base, mine))
          .as("seed %d", seed)
          .hasSize(base.size())
          .allMatch(place -> place instanceof Place.Kept || place instanceof Place.Moved);
    }
  }

  @Test
  void listsOfManyItemsAreComparedAtOnce() {
    Random random = new Random(7);
    List<List<Integer>> bases =
        List.of(
            IntStream.range(0, 100_000).boxed().toList(),
            random.ints(100_000, 0, 3).boxed().toList(),
            Collections.nCopies(100_000, 1));
    for (List<Integer> base : bases) {
      List<Integer> mine = new ArrayList<>(base);
      Collections.shuffle(mine, random);
      assertThat(Place.align(base, mine)).hasSize(100_000);
    }
  }

  /** A megabyte of words that repeat and of words that do not; by character, too. */
  @Test
  void hugeTextsAreComparedAtOnce() {
    Random random = new Random(11);
    for (int distinct : new int[] {3, 1_000_000}) {
      String base =
          random.ints(150_000, 0, distinct).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
      String mine = base.substring(base.length() / 2) + "new " + base.substring(0, 250_000);
      Detail.Words words = TextDiff.words(base, mine);
      assertThat(join(words.base())).isEqualTo(base);
      assertThat(join(words.mine())).isEqualTo(mine);
      Detail.Words characters = TextDiff.characters(base, mine);
      assertThat(join(characters.base())).isEqualTo(base);
      assertThat(join(characters.mine())).isEqualTo(mine);
      assertThat(TextDiff.lines(base.replace(' ', '\n'), mine.replace(' ', '\n'))).isNotEmpty();
    }
  }

  @Test
  void theDiffOfADraftIsItsChanges() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      TangledOntology tangle = new TangledOntology(random);
      Ontology base = Snapshots.of(tangle.documents());
      DraftOverlay draft = randomDraft(base, tangle, random);

      OntologyDiff diff = OntologyDiff.between(base, draft);

      Set<EntityKey> named = new HashSet<>();
      for (EntityChange change : diff.changes()) {
        named.add(change.key());
        assertThat(change.after()).isEqualTo(draft.effectiveDocument(change.key()));
        switch (change) {
          case EntityChange.Renamed renamed -> {
            named.add(renamed.from());
            assertThat(draft.renamedFrom(renamed.key())).contains(renamed.from());
            assertThat(renamed.before()).isEqualTo(draft.baseDocument(renamed.from()));
          }
          case EntityChange.Added added -> assertThat(base.exists(added.key())).isFalse();
          case EntityChange.Deleted deleted ->
              assertThat(deleted.before()).isEqualTo(draft.baseDocument(deleted.key()));
          case EntityChange.Modified modified ->
              assertThat(modified.before()).isEqualTo(draft.baseDocument(modified.key()));
        }
      }
      assertThat(named)
          .as("seed %d", seed)
          .isEqualTo(draft.changes().stream().map(DraftChange::key).collect(Collectors.toSet()));
      assertThat(OntologyDiff.between(draft, draft).changes()).isEmpty();
    }
  }

  @Test
  void theEffectsAreThoseOfTheDraft() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      TangledOntology tangle = new TangledOntology(random);
      Ontology base = Snapshots.of(tangle.documents());
      DraftOverlay draft = randomDraft(base, tangle, random);
      OntologyDiff diff = OntologyDiff.between(base, draft);
      Set<EntityKey> renamed =
          diff.changes().stream()
              .filter(change -> change instanceof EntityChange.Renamed)
              .map(EntityChange::key)
              .collect(Collectors.toSet());

      List<String> said =
          diff.effects().stream()
              .filter(effect -> !renamed.contains(effect.category()))
              .map(Object::toString)
              .toList();
      List<String> expected =
          draft.entities(EntityType.CATEGORY).stream()
              .map(entity -> entity.key())
              .filter(key -> base.exists(key) && draft.exists(key))
              .map(draft::effect)
              .filter(effect -> !effect.isEmpty())
              .map(Object::toString)
              .toList();
      assertThat(said).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void ontologiesTheOtherWayRoundAreTheMirror() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      TangledOntology tangle = new TangledOntology(random);
      Ontology base = Snapshots.of(tangle.documents());
      DraftOverlay draft = randomDraft(base, tangle, random);
      assertThat(names(OntologyDiff.between(draft, base).changes(), true))
          .as("seed %d", seed)
          .isEqualTo(names(OntologyDiff.between(base, draft).changes(), false));
    }
  }

  private static Set<String> names(Collection<EntityChange> changes, boolean mirrored) {
    return changes.stream()
        .map(change ->
            switch (change) {
              case EntityChange.Added added -> (mirrored ? "deleted " : "added ") + added.key();
              case EntityChange.Deleted gone -> (mirrored ? "added " : "deleted ") + gone.key();
              case EntityChange.Modified modified -> "modified " + modified.key();
              case EntityChange.Renamed renamed ->
                  "renamed "
                      + (mirrored ? renamed.key() : renamed.from())
                      + " "
                      + (mirrored ? renamed.from() : renamed.key());
            })
        .collect(Collectors.toSet());
  }

  private static DraftOverlay randomDraft(Ontology base, TangledOntology tangle, Random random) {
    DraftOverlay draft = DraftOverlay.of(base, List.of());
    for (int i = random.nextInt(6); i > 0; i--) {
      EntityKey key = tangle.key();
      EntityDocument document = random.nextInt(4) == 0 ? null : tangle.document(key);
      draft = draft.with(key, draft.changeTo(key, document));
    }
    return draft;
  }

  /** Takes a document and a changed copy of it. */
  private interface Law {
    void check(long seed, EntityDocument base, EntityDocument mine);
  }

  private static void forPairs(EntityType type, Law law) {
    for (long seed = 0; seed < SEEDS; seed++) {
      RandomEntity entities = new RandomEntity(new Random(seed), type);
      EntityDocument base = entities.document();
      EntityDocument mine = seed % 5 == 0 ? entities.document() : entities.changed(base);
      law.check(seed, base, mine);
    }
  }

  /** The document with its sets as sets. */
  private static Map<String, Object> asSets(EntityType type, EntityDocument document) {
    Map<String, Object> members = new TreeMap<>();
    for (FieldChange row : EntityDiff.between(type, null, document)) {
      JsonNode value = document.json().get(row.field().name());
      boolean set = row.field().isSet() && value.isArray();
      members.put(row.field().name(), set ? new HashSet<>(value.values()) : value);
    }
    return members;
  }

  private static ArrayNode list(Collection<JsonNode> items) {
    return JsonNodeFactory.instance.arrayNode().addAll(items);
  }

  private static List<String> lines(List<Line> lines, Side without) {
    return lines.stream().filter(line -> line.side() != without).map(Line::text).toList();
  }

  private static String join(List<Span> spans) {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }
}
