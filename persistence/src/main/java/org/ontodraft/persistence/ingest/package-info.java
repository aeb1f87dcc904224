/** The canonical ontology in SQL tables, written in bulk and read as an index. */
@NullMarked
package org.ontodraft.persistence.ingest;

import org.jspecify.annotations.NullMarked;
