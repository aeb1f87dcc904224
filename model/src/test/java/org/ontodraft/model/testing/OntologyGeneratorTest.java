package org.ontodraft.model.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.OntologyReader.ReadOntology;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;

class OntologyGeneratorTest {
  @ParameterizedTest(name = "{0} entities")
  @ValueSource(ints = {20, 100, 3_000})
  void everyFileIsAGoodEntityOfTheSizeAskedFor(int entities) {
    Map<String, String> files = OntologyGenerator.files(7, entities);
    InMemoryRepository repository = InMemoryRepository.of(files);

    ReadOntology read = repository.read(repository.head());

    assertThat(read.problems()).isEmpty();
    assertThat(read.entities()).hasSize(entities).hasSize(files.size());
    Ontology ontology = repository.ontology();
    // The generator writes texts; an entity of media stands beside an image.
    for (EntityType type : EnumSet.complementOf(EnumSet.of(EntityType.MEDIA))) {
      assertThat(ontology.entities(type)).as(type.id()).isNotEmpty();
    }
    assertThat(
            read.entities().stream()
                .flatMap(entity -> entity.references().stream())
                .filter(reference -> ontology.find(reference.target()).isEmpty()))
        .isEmpty();
  }

  @Test
  void aboutSixInAHundredCategoriesHaveSeveralParents() {
    Ontology ontology = InMemoryRepository.of(OntologyGenerator.files(11, 10_000)).ontology();

    List<EntitySummary> categories = ontology.entities(EntityType.CATEGORY);
    long several =
        categories.stream()
            .filter(category ->
                ontology.referencesFrom(category.key()).stream()
                        .filter(reference -> reference.pointer().equals("/parents"))
                        .count()
                    > 1)
            .count();

    assertThat(several / (double) categories.size()).isBetween(0.04, 0.08);
  }

  @Test
  void oneSeedAlwaysGivesTheSameFiles() {
    assertThat(OntologyGenerator.files(3, 500)).isEqualTo(OntologyGenerator.files(3, 500));
    assertThat(OntologyGenerator.files(3, 500)).isNotEqualTo(OntologyGenerator.files(4, 500));
  }
}
