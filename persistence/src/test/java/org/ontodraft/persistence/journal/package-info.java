@NullMarked
package org.ontodraft.persistence.journal;

import org.jspecify.annotations.NullMarked;
