package dev.slipway.check.assertion;

import dev.slipway.check.assertion.ImageMadeFrom.Way;
import dev.slipway.check.fact.ImageTraits;
import java.util.List;

/** Kinds of assertions about images. */
final class ImageKinds {
    static final List<Kind> ALL = List.of(
            new Kind("image.exists", "An image with that name exists.", "{name: my-httpd}", ImageExists::read),
            new Kind("image.absent", "No image with that name exists.", "{name: my-httpd}", ImageAbsent::read),
            new Kind(
                    "image.committedFrom",
                    "`docker commit` created the image from a container of `base`. A build, a tag or a pull does not"
                            + " count, nor the commit of a container whose image was itself committed from `base`.",
                    "{name: my-httpd, base: httpd}",
                    arguments -> ImageMadeFrom.read(Way.COMMIT, arguments)),
            new Kind(
                    "image.builtFrom",
                    "The classic builder or BuildKit created the image from a Dockerfile, and its layers begin with"
                            + " those of `base`. A commit, a tag or the base itself does not count. An image that was"
                            + " built on this machine looks like a pulled one: to distinguish them, check the events"
                            + " too.",
                    "{name: shop, base: debian}",
                    arguments -> ImageMadeFrom.read(Way.BUILD, arguments)),
            new Kind(
                    "image.parent",
                    "The image's layers begin with those of `base`, regardless of how the image was created.",
                    "{name: shop, base: debian}",
                    arguments -> ImageMadeFrom.read(Way.ANY, arguments)),
            new Kind(
                    "image.contains",
                    "A file or folder exists at that path in the image. To read it, Slipway creates a container of the"
                            + " image, never starts it, and removes it immediately; a learner may see it in `docker"
                            + " events` as `slipway-check-…`.",
                    "{name: my-httpd, path: /srv/note.txt, text: hello}",
                    ImageContains::read),
            Kind.property(
                    "image.tag",
                    "Checks the names of the image.",
                    "{name: shop, equals: \"localhost:5000/shop:1\"}",
                    ImageTraits.TAG),
            Kind.property(
                    "image.layers",
                    "Checks the number of the image's layers.",
                    "{name: shop, atMost: 5}",
                    ImageTraits.LAYERS),
            Kind.property(
                    "image.size", "Checks the size of the image.", "{name: shop, atMost: 200m}", ImageTraits.SIZE),
            Kind.property(
                    "image.history",
                    "Checks that one of the steps that created the image matches, as `docker history` shows them.",
                    "{name: shop, matches: \"^COPY .* /srv\"}",
                    ImageTraits.HISTORY),
            Kind.property(
                    "image.entrypoint",
                    "Checks the image's entry point. Write the expected entry point with one space between words.",
                    "{name: shop, equals: node server.js}",
                    ImageTraits.ENTRYPOINT),
            Kind.property(
                    "image.cmd",
                    "Checks the image's default command. Write the expected command with one space between words.",
                    "{name: shop, equals: httpd-foreground}",
                    ImageTraits.CMD),
            Kind.property("image.user", "Checks the user of the image.", "{name: shop, equals: app}", ImageTraits.USER),
            Kind.property(
                    "image.exposes",
                    "Checks the ports that the image exposes.",
                    "{name: shop, equals: 8080}",
                    ImageTraits.EXPOSES),
            Kind.property(
                    "image.env",
                    "Checks an environment variable of the image.",
                    "{name: shop, key: PORT, equals: 8080}",
                    ImageTraits.ENV),
            Kind.property(
                    "image.workdir",
                    "Checks the working directory of the image.",
                    "{name: shop, equals: /srv}",
                    ImageTraits.WORKDIR),
            Kind.property(
                    "image.label",
                    "Checks a label of the image.",
                    "{name: shop, key: maintainer, exists: true}",
                    ImageTraits.LABEL));

    private ImageKinds() {}
}
