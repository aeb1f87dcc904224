/** What happened to an entity, commit by commit. */
@NullMarked
package org.ontodraft.app.service.history;

import org.jspecify.annotations.NullMarked;
