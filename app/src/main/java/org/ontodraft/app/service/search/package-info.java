/** Finding entities of what is seen. */
@NullMarked
package org.ontodraft.app.service.search;

import org.jspecify.annotations.NullMarked;
