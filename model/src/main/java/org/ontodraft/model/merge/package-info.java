/** Three-way merge of one entity. */
@NullMarked
package org.ontodraft.model.merge;

import org.jspecify.annotations.NullMarked;
