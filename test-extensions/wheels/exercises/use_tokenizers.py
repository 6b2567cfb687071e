"""Tokenizers trained on a few sentences: encoding, offsets, batches, parts in Python, saving."""

from tokenizers import (
    AddedToken,
    Encoding,
    NormalizedString,
    Regex,
    Tokenizer,
    decoders,
    models,
    normalizers,
    pre_tokenizers,
    processors,
    trainers,
)

TEXTS = [
    "The quick brown fox jumps over the lazy dog.",
    "Pack my box with five dozen liquor jugs!",
    "How vexingly quick daft zebras jump; and foxes, too.",
    "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich.",
] * 5


def trained(model, trainer):
    tokenizer = Tokenizer(model)
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFD(), normalizers.StripAccents()])
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.train_from_iterator(TEXTS, trainer, length=len(TEXTS))
    return tokenizer


class Shout:
    """A normalizer written in Python."""

    def normalize(self, text: NormalizedString):
        text.uppercase()
        text.replace(Regex(r"\s+"), "_")


class Halves:
    """A pre-tokenizer written in Python."""

    def pre_tokenize(self, parts):
        parts.split(
            lambda number, text: [
                text[: len(text.normalized) // 2],
                text[len(text.normalized) // 2 :],
            ]
        )


def main():
    special = ["[UNK]", "[CLS]", "[SEP]", "[PAD]"]
    bpe = trained(
        models.BPE(unk_token="[UNK]"),
        trainers.BpeTrainer(vocab_size=120, special_tokens=special, show_progress=False),
    )
    print(bpe.get_vocab_size(), sorted(bpe.get_vocab().items(), key=lambda i: i[1])[:30])
    one = bpe.encode("The lazy fox über all, 日本")
    print(one.tokens, one.ids, one.offsets, one.word_ids, one.special_tokens_mask)
    print(bpe.decode(one.ids), one.char_to_token(5), one.token_to_chars(2), one.word_to_tokens(1))
    bpe.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", 1), ("[SEP]", 2)],
    )
    bpe.enable_padding(pad_id=3, pad_token="[PAD]")
    bpe.enable_truncation(max_length=16)
    batch = bpe.encode_batch(["quick", ("brown dog", "five boxes"), TEXTS[2]])
    for encoding in batch:
        print(
            encoding.tokens, encoding.type_ids, encoding.attention_mask, len(encoding.overflowing)
        )
    print(bpe.padding, bpe.truncation, bpe.num_special_tokens_to_add(True))
    again = Tokenizer.from_str(bpe.to_str())
    print(again.to_str() == bpe.to_str(), len(bpe.to_str(pretty=True).splitlines()))
    print(
        bpe.add_tokens(["zebra", AddedToken("fox", single_word=True)]),
        bpe.encode("zebra foxes fox").tokens,
    )
    words = trained(
        models.WordPiece(unk_token="[UNK]"),
        trainers.WordPieceTrainer(vocab_size=100, special_tokens=special, show_progress=False),
    )
    words.decoder = decoders.WordPiece()
    print(words.decode(words.encode("quick boxes").ids), words.encode("jumping").tokens)
    unigram = trained(
        models.Unigram(),
        trainers.UnigramTrainer(
            vocab_size=60, unk_token="[UNK]", special_tokens=special, show_progress=False
        ),
    )
    print(unigram.get_vocab_size(), len(unigram.encode("the fox").tokens) > 0)
    level = Tokenizer(models.WordLevel({"A_B": 0, "[UNK]": 1, "A_": 2, "BB": 3}, "[UNK]"))
    level.normalizer = normalizers.Normalizer.custom(Shout())
    print(level.encode("a   b").tokens, level.normalizer.normalize_str("x  y"))
    level.pre_tokenizer = pre_tokenizers.PreTokenizer.custom(Halves())
    print(level.encode("a bb").tokens)
    print(
        Encoding.merge([batch[0], batch[1]], True).tokens,
        pre_tokenizers.Digits(True).pre_tokenize_str("a12"),
    )
    for call in (
        lambda: Tokenizer.from_str("{}"),
        lambda: Tokenizer.from_file("/no such file"),
        lambda: bpe.encode(5),
        lambda: bpe.encode_batch("text"),
        lambda: models.BPE(vocab={"a": 0}, merges=[("a", "b")]),
        lambda: level.to_str(),
        lambda: Regex("("),
        lambda: processors.TemplateProcessing(single="$A [X]", special_tokens=[]),
        lambda: bpe.token_to_id(5),
    ):
        try:
            print("accepted", call())
        except Exception as error:
            print("rejected", type(error).__name__, str(error).splitlines()[0])


main()
