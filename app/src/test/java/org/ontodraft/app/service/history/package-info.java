/** Histories of entities in real repositories. */
@NullMarked
package org.ontodraft.app.service.history;

import org.jspecify.annotations.NullMarked;
