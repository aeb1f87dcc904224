@NullMarked
package org.ontodraft.persistence.ingest;

import org.jspecify.annotations.NullMarked;
