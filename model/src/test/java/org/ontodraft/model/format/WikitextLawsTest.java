package org.ontodraft.model.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.format.RepositoryLayout.PathRole;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.testing.SharedOntology;
import org.ontodraft.model.testing.Snapshots;

/** What must hold for every wikitext page. */
class WikitextLawsTest {
  private static final List<String> KEYS =
      List.of(
          "category:Person",
          "property:Has_eRA_ID",
          "subobject:Address",
          "resource:SOP/Hood",
          "dashboard:Desk");

  private int written;
  private int refused;

  @Test
  void realPagesOfAllHistoryComeBackAndEditsTouchOnlyTheirLines(@TempDir Path scratch)
      throws IOException, InterruptedException {
    Optional<SharedOntology> ontology = SharedOntology.find("labki-wikitext");
    assumeThat(ontology).as("the bundle labki-wikitext beside the repository").isPresent();
    RandomGenerator random = random(4_711);
    int pages = 0;
    for (Map.Entry<String, byte[]> file : ontology.orElseThrow().everyVersion(scratch).entrySet()) {
      String path = file.getKey().replaceAll("@.*", "");
      if (RepositoryLayout.roleOf(path) instanceof PathRole.EntityFile(var key)) {
        SourceFile source = new SourceFile(path, "", new String(file.getValue(), UTF_8));
        if (path.endsWith(".json")) {
          // An id that is not the file's name is a problem of its own; the bytes come back all
          // the same.
          EntityDocument document = JsonCodec.parse(source.text());
          assertThat(texts(Pages.encode(key, source, document))).containsExactly(source.text());
        } else {
          pages++;
          comesBack(key, source);
          for (int i = 0; i < 10; i++) {
            checkOneEdit(key, source, random);
          }
        }
      }
    }
    assertThat(pages).isGreaterThan(300);
    assertThat(written).isGreaterThan(2_500);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void pagesInAnyLayoutComeBackAndEditsTouchOnlyTheirLines(long seed) {
    RandomGenerator random = random(seed);
    for (int i = 0; i < 250; i++) {
      EntityKey key = Snapshots.key(KEYS.get(random.nextInt(KEYS.size())));
      SourceFile page = Pages.page(key, new WeirdPage(random).print(key));
      comesBack(key, page);
      for (int edit = 0; edit < 5; edit++) {
        checkOneEdit(key, page, random);
      }
    }
    assertThat(written).as("seed %s", seed).isGreaterThan(900);
    assertThat(refused).as("seed %s", seed).isGreaterThan(20);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23})
  void anyBytesAreReadOrRefusedAndWhatIsReadComesBack(long seed) {
    RandomGenerator random = random(seed);
    byte[] pieces = "{}[]|=\n<!-->::, \u00e9\uFEFF".getBytes(UTF_8);
    int read = 0;
    for (int i = 0; i < 2_000; i++) {
      EntityKey key = Snapshots.key(KEYS.get(random.nextInt(KEYS.size())));
      byte[] bytes = new WeirdPage(random).print(key).getBytes(UTF_8);
      for (int flips = random.nextInt(4); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = pieces[random.nextInt(pieces.length)];
      }
      String path = RepositoryLayout.pathOf(key, FileFormat.WIKITEXT);
      FileBytes file = new FileBytes(path, "", bytes);
      switch (EntityCodec.ofPath(path).decode(key, List.of(file))) {
        case DecodeResult.Rejected(var problems) -> assertThat(problems).isNotEmpty();
        case DecodeResult.Decoded(var document, var json, var notices) -> {
          read++;
          SourceFile source = new SourceFile(path, "", new String(bytes, UTF_8));
          assertThat(texts(Pages.encode(key, source, document)))
              .as("seed %s, step %s", seed, i)
              .containsExactly(source.text());
          RandomPageEdit edit = RandomPageEdit.of(key.type(), document, random);
          if (Pages.encode(key, source, edit.after()) instanceof EncodeResult.Encoded(var texts)) {
            assertThat(Pages.document(key, Pages.written(source, texts)))
                .as("seed %s, step %s", seed, i)
                .isEqualTo(edit.after());
          }
        }
      }
    }
    assertThat(read).as("seed %s", seed).isBetween(400, 1_900);
  }

  private static void comesBack(EntityKey key, SourceFile file) {
    EntityDocument document = Pages.document(key, file);
    assertThat(texts(Pages.encode(key, file, document))).containsExactly(file.text());
  }

  private static List<String> texts(EncodeResult result) {
    assertThat(result).isInstanceOf(EncodeResult.Encoded.class);
    return List.copyOf(((EncodeResult.Encoded) result).texts().values());
  }

  /** Changes one field: the file reads as the new document and no other field's line differs. */
  private void checkOneEdit(EntityKey key, SourceFile file, RandomGenerator random) {
    EntityDocument before = Pages.document(key, file);
    RandomPageEdit edit = RandomPageEdit.of(key.type(), before, random);
    Supplier<String> what =
        () -> "%s of%n%s%nto %s".formatted(edit.field(), file.text(), edit.after());
    switch (Pages.encode(key, file, edit.after())) {
      case EncodeResult.Refused(var reasons) -> {
        refused++;
        assertThat(reasons).as(what).isNotEmpty();
      }
      case EncodeResult.Encoded(var texts) -> {
        written++;
        String after = texts.firstEntry().getValue();
        assertThat(Pages.document(key, Pages.written(file, texts)))
            .as(what)
            .isEqualTo(edit.after());
        String owner = owner(key, edit.field());
        List<String> kept = kept(file.text(), owner);
        assertThat(kept(after, owner)).as(() -> what.get() + "\nbecame\n" + after).isEqualTo(kept);
        if (!edit.after().toString().contains("\\r")) {
          assertThat(after.contains("\r\n")).as(what).isEqualTo(file.text().contains("\r\n"));
        }
      }
    }
  }

  private static String owner(EntityKey key, String field) {
    if (field.equals("wikitext") || field.equals("pages")) {
      return "text";
    }
    return field.equals("categories")
        ? "categories"
        : WikitextFields.ofMember(key.type(), field).parameter().toLowerCase(Locale.ROOT);
  }

  /**
   * The lines of all other fields. Adding the last line of a file ends the line above it, a page's
   * text has blank lines around it, and a resource's template is called after its first category.
   */
  private static List<String> kept(String page, String owner) {
    List<String> lines = new ArrayList<>();
    for (String line : PageLines.of(page).without(owner)) {
      boolean named = owner.equals("categories") && line.startsWith("{{");
      if (!line.isBlank() && !named) {
        lines.add(line.stripTrailing());
      }
    }
    return lines;
  }

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }
}
