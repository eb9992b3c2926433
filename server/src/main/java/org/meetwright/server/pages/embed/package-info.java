/// The page with the snippets that put a booking page into another site.
@NullMarked
package org.meetwright.server.pages.embed;

import org.jspecify.annotations.NullMarked;
