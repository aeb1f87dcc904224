package org.ontodraft.model.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.SourceFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes wikitext in tests. */
final class Pages {
  static final String TEMPLATE =
      """
      Kept above.
      <!-- OntologySync Start -->
      {{Category
      | has_description = A human, or not
      | has_parent_category = Agent, Living thing
      | has_optional_property = Has_name,Has email
      | odd_one = kept
      }}
      <!-- OntologySync End -->
      [[Category:OntologySync-managed]]

      Kept below.
      """;
  static final String ANNOTATIONS =
      """
      <!-- OntologySync Start -->
      [[Has type::Text]]
      [[Has description::A [http://example.org link]]]
      [[Allows value::One, two]]
      [[Allows value::Three]]
      <!-- note -->
      [[Allows value from category::Person]]
      <!-- OntologySync End -->
      [[Category:OntologySync-managed-property]]
      """;
  static final String RESOURCE =
      """
      <!-- OntologySync Start -->
      {{SOP
      |has_technique=SLA, MSLA
      }}
      <!-- OntologySync End -->
      [[Category:SOP]]
      [[Category:OntologySync-managed-resource]]

      == Steps ==
      # One

      [[Category:Safe thing]]
      """;

  private static final JsonMapper JSON = new JsonMapper();

  private Pages() {}

  static SourceFile file(String path, String text) {
    return new SourceFile(path, "", text);
  }

  static SourceFile page(EntityKey key, String text) {
    return file(RepositoryLayout.pathOf(key, FileFormat.WIKITEXT), text);
  }

  static DecodeResult decode(EntityKey key, SourceFile file) {
    List<FileBytes> files = new ArrayList<>();
    for (SourceFile part : file.files()) {
      files.add(new FileBytes(part.path(), part.blobId(), part.text().getBytes(UTF_8)));
    }
    return EntityCodec.ofPath(file.path()).decode(key, files);
  }

  /** The document of a file that must have one. */
  static EntityDocument document(EntityKey key, SourceFile file) {
    DecodeResult result = decode(key, file);
    assertThat(result).as(file.text()).isInstanceOf(DecodeResult.Decoded.class);
    return ((DecodeResult.Decoded) result).document();
  }

  static EncodeResult encode(EntityKey key, SourceFile file, EntityDocument document) {
    return EntityCodec.ofPath(file.path()).encode(key, file, document, null);
  }

  /** The files of texts by path, the one that names the entity first. */
  static SourceFile written(SourceFile original, SortedMap<String, String> texts) {
    List<SourceFile> pages = new ArrayList<>();
    texts.forEach((path, text) -> {
      if (!path.equals(original.path())) {
        pages.add(file(path, text));
      }
    });
    return new SourceFile(original.path(), "", String.valueOf(texts.get(original.path())), pages);
  }

  /** The document of a file with one field set, its quotes written as apostrophes. */
  static EntityDocument edited(EntityKey key, SourceFile file, String field, String value) {
    JsonNode node = value.equals("null") ? null : JSON.readTree(value.replace('\'', '"'));
    return Pages.document(key, file).with(key.type(), field, node);
  }
}
