/// The page with the snippets that embed a booking page into another site.
@NullMarked
package org.meetwright.server.pages.embed;

import org.jspecify.annotations.NullMarked;
