/** Drafts to files and from them, and from wikis; drafts from one store to another. */
@NullMarked
package org.ontodraft.app.service.exchange;

import org.jspecify.annotations.NullMarked;
