/** How this computer reaches others: proxies, and the authorities that vouch for servers. */
@NullMarked
package org.ontodraft.app.network;

import org.jspecify.annotations.NullMarked;
