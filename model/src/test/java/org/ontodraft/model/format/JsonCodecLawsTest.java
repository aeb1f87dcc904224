package org.ontodraft.model.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.testing.OntologyGenerator;
import org.ontodraft.model.testing.RandomJson;
import org.ontodraft.model.testing.SharedOntology;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What must hold for every document and every file. */
class JsonCodecLawsTest {
  private static final Pattern COMMAS = Pattern.compile("^\\s*,?\\s*|\\s*,?\\s*$");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"labki-json", "schemaorg"})
  void realFilesComeBackByteForByteAndEditsTouchOnlyTheirLines(String name, @TempDir Path scratch)
      throws IOException, InterruptedException {
    Optional<SharedOntology> ontology = SharedOntology.find(name);
    assumeThat(ontology).as("the bundle " + name + " beside the repository").isPresent();
    RandomGenerator random = random(20_261);

    Map<String, byte[]> files = ontology.orElseThrow().everyVersion(scratch);

    assertThat(files).hasSizeGreaterThan(40);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String text = comesBack(file.getKey(), file.getValue());
      checkOneEdit(text, random);
    }
  }

  @Test
  void generatedFilesComeBackAndEditsTouchOnlyTheirLines() {
    RandomGenerator random = random(77);
    OntologyGenerator.files(77, 400)
        .forEach((path, text) -> {
          comesBack(path, text.getBytes(UTF_8));
          for (int i = 0; i < 5; i++) {
            checkOneEdit(text, random);
          }
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyChangeInAnyLayoutReadsBackEqual(long seed) {
    RandomGenerator random = random(seed);
    RandomJson json = new RandomJson(random);
    for (int i = 0; i < 500; i++) {
      ObjectNode before = json.object();
      ObjectNode after = json.changed(before);
      String original = new WeirdFormat(random).print(before);
      String sibling = random.nextBoolean() ? new WeirdFormat(random).print(json.object()) : null;

      assertThat(JsonCodec.parse(original).json())
          .as("seed %s, step %s", seed, i)
          .isEqualTo(before);
      assertThat(JsonCodec.encode(original, EntityDocument.of(before.deepCopy()), sibling))
          .as("seed %s, step %s, nothing changed", seed, i)
          .isEqualTo(original);
      String written = JsonCodec.encode(original, EntityDocument.of(after), sibling);
      assertThat(JsonCodec.parse(written).json())
          .as("seed %s, step %s: %s", seed, i, original)
          .isEqualTo(after);
      String created = JsonCodec.encode(null, EntityDocument.of(after), sibling);
      assertThat(JsonCodec.parse(created).json()).as("seed %s, step %s", seed, i).isEqualTo(after);
      assertThat(written.indexOf('\n') >= 0 && written.indexOf('\r') >= 0)
          .as("seed %s, step %s: line ends are as before", seed, i)
          .isEqualTo(original.contains("\r\n") && written.contains("\n"));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14})
  void oneEditInAnyLayoutTouchesOnlyItsLines(long seed) {
    RandomGenerator random = random(seed);
    RandomJson json = new RandomJson(random);
    for (int i = 0; i < 400; i++) {
      ObjectNode before = json.object();
      before.set("last", NODES.stringNode("x"));
      checkOneEdit(new WeirdFormat(random).print(before), random);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32, 33})
  void anyBytesAreReadOrRefusedAndWhatIsReadComesBack(long seed) {
    RandomGenerator random = random(seed);
    RandomJson json = new RandomJson(random);
    int read = 0;
    for (int i = 0; i < 1_500; i++) {
      byte[] bytes = new WeirdFormat(random).print(json.object()).getBytes(UTF_8);
      for (int flips = random.nextInt(3); flips > 0; flips--) {
        byte[] pieces = "{}[]\",:\\u0 1e-\n\u00e9/tn".getBytes(UTF_8);
        bytes[random.nextInt(bytes.length)] = pieces[random.nextInt(pieces.length)];
      }
      DecodeResult result = JsonCodec.decode("categories/A.json", "", bytes);
      if (result instanceof DecodeResult.Decoded decoded) {
        read++;
        assertThat(decoded.json().getBytes(UTF_8)).as("seed %s, step %s", seed, i).isEqualTo(bytes);
        assertThat(JsonCodec.encode(decoded.json(), decoded.document(), null))
            .as("seed %s, step %s", seed, i)
            .isEqualTo(decoded.json());
        ObjectNode more = decoded.document().json().deepCopy().put("z", 1);
        String written = JsonCodec.encode(decoded.json(), EntityDocument.of(more), null);
        assertThat(JsonCodec.parse(written).json()).as("seed %s, step %s", seed, i).isEqualTo(more);
      }
    }
    assertThat(read).isBetween(300, 1_450);
  }

  private static String comesBack(String path, byte[] bytes) {
    DecodeResult result = JsonCodec.decode(path.replaceAll("@.*", ""), "", bytes);
    assertThat(result).as(path).isInstanceOf(DecodeResult.Decoded.class);
    DecodeResult.Decoded decoded = (DecodeResult.Decoded) result;
    assertThat(JsonCodec.encode(decoded.json(), decoded.document(), null).getBytes(UTF_8))
        .as(path)
        .isEqualTo(bytes);
    return decoded.json();
  }

  /**
   * Changes, adds or removes one member of the root and compares the lines around it. Blank lines
   * are left out: the one before a member goes with it.
   */
  private static void checkOneEdit(String text, RandomGenerator random) {
    ObjectNode before = JsonCodec.parse(text).json();
    List<String> names = List.copyOf(before.propertyNames());
    int place = random.nextInt(names.size());
    String name = names.get(place);
    ObjectNode after = before.deepCopy();
    int[] lines = MemberLines.of(text).get(place);
    int first = lines[0];
    switch (random.nextInt(6)) {
      case 0 -> {
        if (names.size() > 1) {
          after.remove(name);
        }
      }
      case 1 -> {
        after = withNew(before, name);
        first = lines[1];
      }
      default -> after.set(name, changed(before.path(name), random));
    }

    String written = JsonCodec.encode(text, EntityDocument.of(after), null);

    assertThat(JsonCodec.parse(written).json()).isEqualTo(after);
    List<String> oldLines = MemberLines.split(text);
    List<String> above = filled(oldLines.subList(0, first));
    List<String> below = filled(oldLines.subList(lines[1] + 1, oldLines.size()));
    List<String> newLines = filled(MemberLines.split(written));
    List<String> newAbove = newLines.subList(0, above.size());
    List<String> newBelow = newLines.subList(newLines.size() - below.size(), newLines.size());
    Supplier<String> what = () -> "%s of%n%s%nbecame%n%s".formatted(name, text, written);
    assertThat(withoutCommas(newAbove)).as(what).isEqualTo(withoutCommas(above));
    assertThat(withoutCommas(newBelow)).as(what).isEqualTo(withoutCommas(below));
    assertThat(differing(newAbove, above) + differing(newBelow, below))
        .as(what)
        .isLessThanOrEqualTo(1);
  }

  private static List<String> filled(List<String> lines) {
    return lines.stream().filter(line -> !line.isBlank()).toList();
  }

  private static ObjectNode withNew(ObjectNode before, String behind) {
    ObjectNode after = NODES.objectNode();
    for (Map.Entry<String, JsonNode> member : before.properties()) {
      after.set(member.getKey(), member.getValue());
      if (member.getKey().equals(behind)) {
        after.set("a new member", NODES.arrayNode().add("é").add("b"));
      }
    }
    return after;
  }

  private static JsonNode changed(JsonNode value, RandomGenerator random) {
    if (!(value instanceof ArrayNode array) || random.nextInt(4) == 0) {
      return NODES.stringNode("changed \"" + random.nextInt() + "\"\né");
    }
    ArrayNode copy = array.deepCopy();
    int at = random.nextInt(copy.size() + 1);
    if (random.nextBoolean() || at == copy.size()) {
      copy.insert(at, "new " + random.nextInt());
    } else {
      copy.remove(at);
    }
    return copy;
  }

  @Test
  void editOfAnExplodedListTouchesOnlyItsItem() {
    RandomGenerator random = random(99);
    for (int i = 0; i < 300; i++) {
      int size = 2 + random.nextInt(20);
      ObjectNode before = NODES.objectNode();
      ArrayNode items = before.putArray("p");
      for (int item = 0; item < size; item++) {
        items.add("item " + item);
      }
      String text =
          JsonCodec.encode(null, EntityDocument.of(before), "{\n  \"x\": [\n    1\n  ]\n}");
      ObjectNode after = before.deepCopy();
      ArrayNode changed = (ArrayNode) after.path("p");
      int at = random.nextInt(size);
      List<String> expected = new ArrayList<>(MemberLines.split(text));
      switch (random.nextInt(3)) {
        case 0 -> {
          changed.remove(at);
          expected.remove(2 + at);
        }
        case 1 -> {
          changed.insert(at, "new");
          expected.add(2 + at, "    \"new\",");
        }
        default -> {
          changed.set(at, "other");
          expected.set(2 + at, "    \"other\",");
        }
      }

      String written = JsonCodec.encode(text, EntityDocument.of(after), null);

      assertThat(withoutCommas(MemberLines.split(written))).isEqualTo(withoutCommas(expected));
    }
  }

  private static List<String> withoutCommas(List<String> lines) {
    return lines.stream().map(line -> COMMAS.matcher(line).replaceAll("")).toList();
  }

  private static long differing(List<String> left, List<String> right) {
    long count = 0;
    for (int i = 0; i < left.size(); i++) {
      count += left.get(i).equals(right.get(i)) ? 0 : 1;
    }
    return count;
  }

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }
}
