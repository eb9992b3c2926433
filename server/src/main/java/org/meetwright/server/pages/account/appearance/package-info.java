/// The colour and the logo of a host's pages.
@NullMarked
package org.meetwright.server.pages.account.appearance;

import org.jspecify.annotations.NullMarked;
