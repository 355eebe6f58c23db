package dev.slipway.api.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The query parameters of a list that is returned in pages.
 *
 * @param page number of the page, from 1, which is the default; the maximum ensures that the offset of the page's first
 *     item is a valid int
 * @param size maximum number of items on a page
 */
record PageQuery(
        @Nullable @Min(1) @Max(1_000_000) Integer page,

        @Nullable @Min(1) @Max(200) Integer size) {
    private static final int DEFAULT_SIZE = 50;

    Pageable request() {
        return PageRequest.of(number() - 1, size == null ? DEFAULT_SIZE : size);
    }

    /** Returns a {@code Link} header (RFC 8288) with the address of the next page; no header on the last page. */
    HttpHeaders links(Slice<?> found) {
        var headers = new HttpHeaders();
        if (found.hasNext()) {
            // The address contains no host, because a client can send any text as its Host header.
            var next = ServletUriComponentsBuilder.fromCurrentRequest()
                    .replaceQueryParam("page", number() + 1)
                    .build();
            headers.add(HttpHeaders.LINK, "<" + next.getPath() + "?" + next.getQuery() + ">; rel=\"next\"");
        }
        return headers;
    }

    private int number() {
        return page == null ? 1 : page;
    }
}
