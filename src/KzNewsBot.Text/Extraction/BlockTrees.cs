namespace KzNewsBot.Text.Extraction;

/// <summary>
/// Gradient-boosted decision trees over <see cref="BlockFeatures"/>: the sum of one leaf of each tree is the log odds that a
/// block belongs to the article. Friedman, "Greedy function approximation: a gradient boosting machine", 2001.
/// </summary>
/// <param name="Start">The log odds before any tree.</param>
internal sealed record BlockTrees(float Start, IReadOnlyList<BlockTree> Trees)
{
    private static readonly Lazy<BlockTrees> Embedded = new(ReadEmbedded);

    /// <summary>The trees that ship with the bot; block-model.md beside them states their origin.</summary>
    public static BlockTrees Shipped => Embedded.Value;

    public bool Accepts(float[] features)
    {
        var odds = Start;
        foreach (var tree in Trees)
        {
            odds += tree.Value(features);
        }

        return odds >= 0;
    }

    /// <summary>Little-endian: start, number of trees; for each tree its nodes, the left child of a node right behind it.</summary>
    public static BlockTrees Read(BinaryReader reader)
    {
        var start = reader.ReadSingle();
        var trees = new BlockTree[reader.ReadUInt16()];
        for (var i = 0; i < trees.Length; i++)
        {
            var nodes = new BlockTreeNode[reader.ReadByte()];
            for (var k = 0; k < nodes.Length; k++)
            {
                nodes[k] = new BlockTreeNode(reader.ReadByte(), reader.ReadByte(), reader.ReadSingle());
            }

            trees[i] = new BlockTree(nodes);
        }

        return new BlockTrees(start, trees);
    }

    private static BlockTrees ReadEmbedded()
    {
        using var stream = EmbeddedData.Open("block-model.bin");
        using var reader = new BinaryReader(stream);
        return Read(reader);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Start);
        writer.Write((ushort)Trees.Count);
        foreach (var tree in Trees)
        {
            writer.Write((byte)tree.Nodes.Length);
            foreach (var node in tree.Nodes)
            {
                writer.Write(node.Feature);
                writer.Write(node.Right);
                writer.Write(node.Value);
            }
        }
    }
}

/// <param name="Feature">What is compared, or <see cref="Leaf"/>.</param>
/// <param name="Right">The node for values above the threshold; those not above go to the next node.</param>
/// <param name="Value">The threshold of a branch, the log odds of a leaf.</param>
internal readonly record struct BlockTreeNode(byte Feature, byte Right, float Value)
{
    public const byte Leaf = byte.MaxValue;
}

internal sealed class BlockTree(BlockTreeNode[] nodes)
{
    public BlockTreeNode[] Nodes { get; } = nodes;

    public float Value(float[] features)
    {
        var at = 0;
        while (Nodes[at].Feature != BlockTreeNode.Leaf)
        {
            at = features[Nodes[at].Feature] <= Nodes[at].Value ? at + 1 : Nodes[at].Right;
        }

        return Nodes[at].Value;
    }
}
