package org.ontodraft.model.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.testing.Snapshots.document;
import static org.ontodraft.model.testing.Snapshots.key;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;

class RenameDetectionTest {
  private static final String PERSON =
      "{'label':'Person','description':'A human.','parents':['Agent'],"
          + "'required_properties':['Has_name'],'optional_properties':['Has_age','Has_site']}";

  private static Map<EntityKey, EntityDocument> documents(String... entities) {
    Map<EntityKey, EntityDocument> documents = new LinkedHashMap<>();
    for (String entity : entities) {
      int space = entity.indexOf(' ');
      EntityKey key = key(entity.substring(0, space));
      documents.put(key, document(key, entity.substring(space + 1)));
    }
    return documents;
  }

  /**
   * Person goes and Human comes. The facts of Person are label, description, one parent and three
   * properties: six.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "R.1 the same          | {'label':'Person','description':'A human.','parents':['Agent'],"
            + "'required_properties':['Has_name'],'optional_properties':['Has_age','Has_site']} | true",
        "R.2 another label     | {'label':'Human','description':'A human.','parents':['Agent'],"
            + "'required_properties':['Has_name'],'optional_properties':['Has_site','Has_age']} | true",
        "R.3 four of six and two | {'label':'Human','description':'Us.','parents':['Agent'],"
            + "'required_properties':['Has_name'],'optional_properties':['Has_age','Has_site']} | true",
        "R.4 four of six       | {'parents':['Agent'],"
            + "'required_properties':['Has_name'],'optional_properties':['Has_age','Has_site']} | true",
        "R.5 three of six      | {'required_properties':['Has_name'],"
            + "'optional_properties':['Has_age','Has_site']} | true",
        "R.6 three of seven    | {'label':'Human','required_properties':['Has_name'],"
            + "'optional_properties':['Has_age','Has_site']} | false",
        "R.7 two of six        | {'optional_properties':['Has_age','Has_site']} | false",
        "R.8 another list      | {'parents':['Agent'],"
            + "'optional_properties':['Has_name'],'required_properties':['Has_age','Has_site']} | false",
        "R.9 empty             | {} | false"
      })
  void aCreatedEntityLikeADeletedOneIsItUnderAnotherKey(String row, String json, boolean renamed) {
    RenameDetection renames =
        RenameDetection.between(
            documents("category:Person " + PERSON), documents("category:Human " + json));

    assertThat(renames.from(key("category:Human")).isPresent()).isEqualTo(renamed);
    assertThat(renames.to(key("category:Person")).isPresent()).isEqualTo(renamed);
    assertThat(renames.pairs()).hasSize(renamed ? 1 : 0);
  }

  @Test
  void theMostAlikePairsGoFirstAndEachEntityIsInOne() {
    RenameDetection renames =
        RenameDetection.between(
            documents("category:Person " + PERSON, "category:Twin " + PERSON),
            documents(
                "category:Half {'label':'Half','parents':['Agent'],"
                    + "'required_properties':['Has_name'],"
                    + "'optional_properties':['Has_age','Has_site']}",
                "category:Whole " + PERSON,
                "category:Other " + PERSON,
                "property:Has_person " + PERSON));

    assertThat(renames.pairs())
        .isEqualTo(
            Map.of(
                key("category:Person"), key("category:Other"),
                key("category:Twin"), key("category:Whole")));
  }

  @Test
  void theOrderOfTheInputDoesNotMatter() {
    List<String> deleted = new ArrayList<>();
    List<String> created = new ArrayList<>();
    Random random = new Random(20_260_114);
    for (int i = 0; i < 300; i++) {
      deleted.add("category:Old_" + i + " " + randomCategory(random));
      created.add("category:New_" + i + " " + randomCategory(random));
    }
    Map<EntityKey, EntityKey> first = pairs(deleted, created);
    assertThat(first).hasSizeGreaterThan(20);

    for (int run = 0; run < 10; run++) {
      Collections.shuffle(deleted, random);
      Collections.shuffle(created, random);
      assertThat(pairs(deleted, created)).isEqualTo(first);
    }
  }

  @Test
  void aFactThatEveryEntityHoldsCostsNoComparisons() {
    List<String> deleted = new ArrayList<>();
    List<String> created = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      String json = "{'label':'L" + i + "','parents':['Everybody'],'description':'Same.'}";
      deleted.add("category:Old_" + i + " " + json);
      created.add("category:New_" + i + " " + json);
    }

    Map<EntityKey, EntityKey> pairs = pairs(deleted, created);

    assertThat(pairs).hasSize(20_000);
    assertThat(pairs.get(key("category:Old_777"))).isEqualTo(key("category:New_777"));
  }

  private static String randomCategory(Random random) {
    return "{'label':'L"
        + random.nextInt(40)
        + "','parents':['P"
        + random.nextInt(5)
        + "'],'required_properties':['Has_"
        + random.nextInt(20)
        + "']}";
  }

  private static Map<EntityKey, EntityKey> pairs(List<String> deleted, List<String> created) {
    return RenameDetection.between(
            documents(deleted.toArray(String[]::new)), documents(created.toArray(String[]::new)))
        .pairs();
  }
}
