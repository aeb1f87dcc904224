@NullMarked
package org.ontodraft.app.service.account;

import org.jspecify.annotations.NullMarked;
