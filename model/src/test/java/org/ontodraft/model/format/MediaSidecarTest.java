package org.ontodraft.model.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftFiles;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.media.DraftImage;
import org.ontodraft.model.media.ImageContent;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.testing.InMemoryRepository;
import tools.jackson.databind.node.JsonNodeFactory;

/** Images and their JSON files as entities, and the texts that show them. */
class MediaSidecarTest {
  private static final EntityKey KEY = EntityKey.of(EntityType.MEDIA, "Compass");
  private static final DraftImage IMAGE =
      new DraftImage("Compass.png", Optional.of(ImageContent.of(new byte[] {1})), Optional.empty());

  private static Ontology ontology(String sidecar) {
    return InMemoryRepository.of(Map.of("media/Compass.png", "x", "media/Compass.json", sidecar))
        .ontology();
  }

  private static List<DraftFiles.FileChange> files(Ontology base, EntityDocument mine) {
    DraftChange change = DraftChange.between(KEY, base.file(KEY), base.document(KEY), mine);
    return DraftFiles.ofEntity(
        DraftOverlay.of(base, change == null ? List.of() : List.of(change)), KEY);
  }

  @Test
  void aSidecarIsAnEntityThatNeedNotSayItsKey() {
    Ontology base = ontology("{\n  \"source\": \"own\",\n  \"license\": \"CC0\"\n}\n");
    EntityDocument document = base.document(KEY);
    assertThat(document.text("id")).contains("Compass");

    EntityDocument mine =
        document.with(EntityType.MEDIA, "author", JsonNodeFactory.instance.stringNode("Ada"));
    assertThat(files(base, mine).getFirst().after())
        .isEqualTo(
            "{\n  \"source\": \"own\",\n  \"license\": \"CC0\",\n  \"author\": \"Ada\"\n}\n");
  }

  @Test
  void imagesOfADraftAreInNoFile() {
    Ontology base = ontology("{\"source\": \"own\", \"license\": \"CC0\"}");
    EntityDocument mine =
        base.document(KEY).with(EntityType.MEDIA, EntityFields.IMAGES_MEMBER, IMAGE.in(null));
    assertThat(DraftImage.of(mine)).containsExactly(IMAGE);
    assertThat(files(base, mine)).noneMatch(DraftFiles.FileChange::differs);
  }

  @Test
  void whatAFileSaysOfImagesIsKeptThereAndNotBelieved() {
    String text = "{\"$images\": {\"Compass.png\": {}}, \"id\": \"Other\", \"source\": \"own\"}";
    Ontology base = ontology(text);
    EntityDocument document = base.document(KEY);
    assertThat(document.text("id")).contains("Compass");
    assertThat(DraftImage.of(document)).isEmpty();
    EntityDocument mine =
        document.with(EntityType.MEDIA, "source", JsonNodeFactory.instance.stringNode("ours"));
    assertThat(files(base, mine).getFirst().after()).isEqualTo(text.replace("own", "ours"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "[[File:Compass.png|thumb|A compass]] # media:Compass",
        "[[ image : compass rose.SVG ]] # media:Compass_rose",
        "[[File:Compass.png]] and [[File:compass.png]] # media:Compass",
        "[[File:Notes.pdf]] [[Category:File]] [[File:]] [[File:.png]] # ''",
        "[[File:{{{name}}}.png]] # ''",
      })
  void aTextNamesTheImagesItShows(String text, String expected) {
    EntityDocument document =
        EntityDocument.of(
            JsonNodeFactory.instance.objectNode().put("id", "Page").put("wikitext", text));
    List<String> named =
        References.of(EntityKey.of(EntityType.RESOURCE, "Page"), document).stream()
            .filter(reference -> reference.pointer().equals("/wikitext"))
            .map(EntityReference::target)
            .map(EntityKey::toString)
            .toList();
    assertThat(String.join(" ", named)).isEqualTo(expected.strip());
  }
}
