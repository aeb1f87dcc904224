package org.ontodraft.model.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Texts that show an image follow its new name, and nothing else in them changes. */
class MediaLinksTest {
  private static final EntityKey ROSE = EntityKey.of(EntityType.MEDIA, "Wind_rose");

  private static EntityDocument page(String wikitext) {
    return EntityDocument.of(
        JsonNodeFactory.instance.objectNode().put("id", "Page").put("wikitext", wikitext));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "L1; [[File:Wind_rose.png]]; [[File:Old_compass.png]]",
        "L2; [[File:Wind rose.png|thumb]] x; [[File:Old compass.png|thumb]] x",
        "L3; [[ image : wind_rose.SVG ]]; [[ image : Old_compass.SVG ]]",
        "L4; [[File:Wind_rose.png]][[File:Wind_rose.png]]; [[File:Old_compass.png]][[File:Old_compass.png]]",
        "L5; [[File:Wind_rose_2.png]]; [[File:Wind_rose_2.png]]",
        "L6; [[Wind_rose.png]] Wind_rose.png; [[Wind_rose.png]] Wind_rose.png",
        "L7; [[File:Wind_rose.pdf]]; [[File:Wind_rose.pdf]]",
        "L8; [[File:Other.png]] [[File:Wind_rose.gif]]; [[File:Other.png]] [[File:Old_compass.gif]]",
      })
  void aTextFollows(String row, String before, String after) {
    assertThat(MediaLinks.renamed(EntityType.RESOURCE, page(before), ROSE, "Old_compass"))
        .isEqualTo(page(after));
  }

  @Test
  void everyPageOfADashboardFollows() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", "Desk");
    json.putArray("pages")
        .add(
            JsonNodeFactory.instance
                .objectNode()
                .put("name", "")
                .put("wikitext", "[[File:Wind_rose.png]]"))
        .add(JsonNodeFactory.instance.objectNode().put("name", "More").put("wikitext", "none"));
    EntityDocument renamed =
        MediaLinks.renamed(EntityType.DASHBOARD, EntityDocument.of(json), ROSE, "Old_compass");
    assertThat(renamed.json().path("pages").path(0).path("wikitext").asString())
        .isEqualTo("[[File:Old_compass.png]]");
    assertThat(renamed.json().path("pages").path(1)).isEqualTo(json.path("pages").path(1));
  }

  @Test
  void whatShowsNothingIsTheSame() {
    EntityDocument page = page("nothing");
    assertThat(MediaLinks.renamed(EntityType.TEMPLATE, page, ROSE, "Old_compass")).isSameAs(page);
    assertThat(MediaLinks.renamed(EntityType.CATEGORY, page, ROSE, "Old_compass")).isSameAs(page);
  }
}
